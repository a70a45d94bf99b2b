package org.franklin.client.ui.frame;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.Optional;

/// Where the keyboard goes in a part of a window.
public final class Focus {

    private Focus() {}

    /// Focuses the first control of a part; false if it has none.
    public static boolean enter(Node part) {
        var first = first(part);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    public static boolean isIn(Node part, Node owner) {
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.equals(part)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
