package org.shutterline.server.tool.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes small models in the ONNX format: its protocol buffers by hand, by the numbers of onnx.proto. */
final class Graph {
    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT64 = 7;
    static final int BOOL = 9;

    private final Message graph = new Message().text(2, "test");

    /** One protocol buffer. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    /** @param shape an axis of -1 is one of any length */
    Graph input(String name, int type, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    Graph output(String name, long... shape) {
        return outputOf(FLOAT, name, shape);
    }

    Graph outputOf(int type, String name, long... shape) {
        graph.message(12, value(name, type, shape));
        return this;
    }

    private static Message value(String name, int type, long... shape) {
        Message axes = new Message();
        for (long axis : shape) {
            axes.message(1, axis < 0 ? new Message().text(2, "any" + name) : new Message().number(1, axis));
        }
        Message tensor = new Message().number(1, type).message(2, axes);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    Graph floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(name, FLOAT, raw.array(), shape);
    }

    Graph yes(String name) {
        return constant(name, BOOL, new byte[] {1});
    }

    Graph longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(name, INT64, raw.array(), values.length);
    }

    private Graph constant(String name, int type, byte[] raw, long... shape) {
        Message tensor = new Message();
        for (long axis : shape) {
            tensor.number(1, axis);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    /**
     * A step; whole numbers, lists of them and graphs follow as its attributes: {@code "axis", 1L, "pads", new long[] {1, 1}}.
     */
    Graph node(String operation, List<String> inputs, String output, Object... attributes) {
        Message node = new Message();
        inputs.forEach(name -> node.text(1, name));
        node.text(2, output).text(4, operation);
        for (int i = 0; i < attributes.length; i += 2) {
            node.message(5, attribute((String) attributes[i], attributes[i + 1]));
        }
        graph.message(1, node);
        return this;
    }

    private static Message attribute(String name, Object value) {
        Message attribute = new Message().text(1, name);
        if (value instanceof Long number) {
            return attribute.number(3, number).number(20, 2);
        }
        if (value instanceof Graph body) {
            return attribute.message(6, body.graph).number(20, 5);
        }
        for (long number : (long[]) value) {
            attribute.number(8, number);
        }
        return attribute.number(20, 7);
    }

    byte[] model() {
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }
}
