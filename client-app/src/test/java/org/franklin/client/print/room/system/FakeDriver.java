package org.franklin.client.print.room.system;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintService;
import javax.print.ServiceUIFactory;
import javax.print.attribute.Attribute;
import javax.print.attribute.AttributeSet;
import javax.print.attribute.HashPrintServiceAttributeSet;
import javax.print.attribute.PrintServiceAttribute;
import javax.print.attribute.PrintServiceAttributeSet;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaPrintableArea;
import javax.print.event.PrintServiceAttributeListener;

/// A print service that says what a test lets it say, and prints nothing.
final class FakeDriver implements PrintService {

    final PrintServiceAttributeSet attributes = new HashPrintServiceAttributeSet();
    final Map<Class<?>, Object> supported = new HashMap<>();
    final Map<Media, MediaPrintableArea> areas = new HashMap<>();
    final Map<Class<?>, Object> usual = new HashMap<>();

    @Override
    public String getName() {
        return "Hall printer";
    }

    @Override
    public DocPrintJob createPrintJob() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addPrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public void removePrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public PrintServiceAttributeSet getAttributes() {
        return attributes;
    }

    @Override
    public <T extends PrintServiceAttribute> @Nullable T getAttribute(Class<T> category) {
        return category.cast(attributes.get(category));
    }

    @Override
    public DocFlavor[] getSupportedDocFlavors() {
        return new DocFlavor[0];
    }

    @Override
    public boolean isDocFlavorSupported(DocFlavor flavor) {
        return false;
    }

    @Override
    public Class<?>[] getSupportedAttributeCategories() {
        return supported.keySet().toArray(Class<?>[]::new);
    }

    @Override
    public boolean isAttributeCategorySupported(Class<? extends Attribute> category) {
        return supported.containsKey(category);
    }

    @Override
    public @Nullable Object getDefaultAttributeValue(Class<? extends Attribute> category) {
        return usual.get(category);
    }

    @Override
    public @Nullable Object getSupportedAttributeValues(
            Class<? extends Attribute> category,
            @Nullable DocFlavor flavor,
            @Nullable AttributeSet wanted) {
        if (category != MediaPrintableArea.class) {
            return supported.get(category);
        }
        return Arrays.stream(Objects.requireNonNull(wanted).toArray())
                .map(areas::get)
                .filter(Objects::nonNull)
                .toArray(MediaPrintableArea[]::new);
    }

    @Override
    public boolean isAttributeValueSupported(
            Attribute value, @Nullable DocFlavor flavor, @Nullable AttributeSet wanted) {
        return false;
    }

    @Override
    public @Nullable AttributeSet getUnsupportedAttributes(
            @Nullable DocFlavor flavor, @Nullable AttributeSet wanted) {
        return null;
    }

    @Override
    public @Nullable ServiceUIFactory getServiceUIFactory() {
        return null;
    }
}
