package org.franklin.model.canonical;

import java.util.ArrayList;
import java.util.List;

/// A list: its count, then its items.
record ListShape(Shape item) implements Shape {

    @Override
    public void write(Object value, CanonicalWriter out) {
        var list = (List<?>) value;
        out.int32(list.size());
        for (Object each : list) {
            item.write(each, out);
        }
    }

    @Override
    public Object read(CanonicalReader in) {
        int count = in.count();
        var list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(item.read(in));
        }
        return List.copyOf(list);
    }
}
