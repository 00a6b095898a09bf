package org.shutterline.docs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Starts a program as its command line does, asks it for nothing but its version, and then tries to read a Java object. */
final class SerialProbe {
    private SerialProbe() {}

    /** @param arguments the main class; exit code 0 if the object was refused */
    public static void main(String[] arguments) throws Exception {
        Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
        Thread program = new Thread(() -> call(main));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(isRefused() ? 0 : 9)));
        program.start();
        program.join();
    }

    private static void call(Method main) {
        try {
            main.invoke(null, (Object) new String[] {"--version"});
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean isRefused() {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(written)) {
                out.writeObject(new ArrayList<>(List.of("x")));
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()))) {
                in.readObject();
            }
            return false;
        } catch (InvalidClassException refused) {
            return true;
        } catch (IOException | ClassNotFoundException broken) {
            return false;
        }
    }
}
