package com.wecomesb.understanding.external;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a text classifier of a few hundred bytes as ONNX: each piece of a text has a weight for each label, and the
 * sums of the weights are the outputs. It has the inputs and the output of a model of the BERT family.
 */
final class TinyModel {

    private static final int INT64 = 7;
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int INTS = 7;

    private TinyModel() {}

    /** @param weights by piece and label */
    static byte[] of(float[][] weights, List<String> inputs) {
        Message graph = new Message();
        graph.bytes(1, node("Gather", List.of("weights", "input_ids"), "gathered", attribute("axis", INT, 0)));
        Message axes = new Message().text(1, "axes").number(20, INTS).number(8, 1);
        Message keep = attribute("keepdims", INT, 0);
        graph.bytes(1, node("ReduceSum", List.of("gathered"), "logits", axes, keep));
        graph.text(2, "tiny");
        graph.bytes(5, tensor(weights));
        inputs.forEach(input -> graph.bytes(11, value(input, INT64, List.of("batch", "pieces"))));
        graph.bytes(12, value("logits", FLOAT, List.of("batch", "labels")));
        return new Message()
                .number(1, 8)
                .bytes(7, graph)
                .bytes(8, new Message().text(1, "").number(2, 12))
                .toBytes();
    }

    private static Message node(String type, List<String> inputs, String output, Message... attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, type);
        for (Message attribute : attributes) {
            node.bytes(5, attribute);
        }
        return node;
    }

    private static Message attribute(String name, int type, long value) {
        return new Message().text(1, name).number(3, value).number(20, type);
    }

    private static Message tensor(float[][] weights) {
        ByteBuffer raw = ByteBuffer.allocate(weights.length * weights[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : weights) {
            for (float weight : row) {
                raw.putFloat(weight);
            }
        }
        return new Message()
                .number(1, weights.length)
                .number(1, weights[0].length)
                .number(2, FLOAT)
                .text(8, "weights")
                .bytes(9, raw.array());
    }

    private static Message value(String name, int type, List<String> dimensions) {
        Message shape = new Message();
        dimensions.forEach(dimension -> shape.bytes(1, new Message().text(2, dimension)));
        Message tensorType = new Message().number(1, type).bytes(2, shape);
        return new Message().text(1, name).bytes(2, new Message().bytes(1, tensorType));
    }

    /** A message of Protocol Buffers. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] toBytes() {
            return out.toByteArray();
        }
    }
}
