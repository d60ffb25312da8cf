package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.mapping.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a table can see.
 *
 * @param source the document; for a block of lines the item that they are about
 * @param context what {@code $conversation}, {@code $staff}, … stand for
 * @param parent what the block's list stands in; missing outside of blocks
 * @param whole the whole document
 * @param index the item's number
 */
record Scope(JsonNode source, JsonNode context, JsonNode parent, JsonNode whole, int index) {

    static Scope of(JsonNode source, JsonNode context) {
        return new Scope(source, context, MissingNode.getInstance(), source, -1);
    }

    Scope item(JsonNode item, JsonNode itsParent, int itsIndex) {
        return new Scope(item, context, itsParent, whole, itsIndex);
    }

    JsonNode root(Path.Root root) {
        return switch (root) {
            case SOURCE -> source;
            case CONTEXT -> context;
            case PARENT -> parent;
            case WHOLE -> whole;
            case INDEX -> LongNode.valueOf(index);
        };
    }

    /** What a text or an expression means by a name: a field of the source, else of the context, else of the block. */
    @Nullable
    JsonNode named(String name) {
        JsonNode value = source.get(name);
        if (value == null) {
            value = context.get(name);
        }
        return value == null && isItem() ? ofBlock(name) : value;
    }

    boolean isItem() {
        return index >= 0;
    }

    @Nullable
    JsonNode ofBlock(String name) {
        return switch (name) {
            case "parent" -> parent;
            case "source" -> whole;
            case "index" -> LongNode.valueOf(index);
            default -> null;
        };
    }
}
