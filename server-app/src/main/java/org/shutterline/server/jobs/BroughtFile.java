package org.shutterline.server.jobs;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.spi.PictureFile;

/** Looks into the files of a job that is brought: pictures that can be decoded, models that are whole, and no programs. */
final class BroughtFile {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "dll", "so", "dylib", "sys", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse",
            "wsf", "wsh", "hta", "lnk", "url", "sh", "bash", "py", "pyc", "pyw", "pl", "rb", "jar", "class", "app",
            "desktop", "reg");

    private final String what;
    private final JobFile file;
    private final PackageLimits limits;

    private BroughtFile(String what, JobFile file, PackageLimits limits) {
        this.what = what;
        this.file = file;
        this.limits = limits;
    }

    /**
     * @param what how messages call it
     * @param wanted what the settings that name it take it for; what none says is told by the end of its name
     * @param programs those that may be among the files
     */
    static void check(
            String what,
            String name,
            JobFile file,
            Set<Setting.Content> wanted,
            PackageLimits limits,
            AllowedPrograms programs)
            throws JobRefused {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        BroughtFile brought = new BroughtFile(what, file, limits);
        try {
            if (brought.isProgram(end)) {
                Optional<String> why = programs.whyNoFile(file.sha256());
                if (why.isPresent()) {
                    throw new JobRefused(what, why.get());
                }
            }
            Set<Setting.Content> held = wanted.isEmpty() ? byEnd(end) : wanted;
            if (held.contains(Setting.Content.PICTURE)) {
                brought.checkPicture();
            }
            if (held.contains(Setting.Content.MODEL)) {
                brought.checkModel();
            }
        } catch (IOException damaged) {
            throw new JobRefused(what, Objects.toString(damaged.getMessage(), "it is damaged"));
        }
    }

    private static Set<Setting.Content> byEnd(String end) {
        if (PICTURES.contains(end)) {
            return Set.of(Setting.Content.PICTURE);
        }
        return end.equals("onnx") ? Set.of(Setting.Content.MODEL) : Set.of();
    }

    private boolean isProgram(String end) throws IOException {
        try (InputStream stream = file.open()) {
            byte[] head = stream.readNBytes(4);
            String start = new String(head, StandardCharsets.ISO_8859_1);
            return PROGRAMS.contains(end)
                    || start.startsWith("#!")
                    || start.startsWith("MZ")
                    || start.equals("\177ELF")
                    || start.equals("\u00ca\u00fe\u00ba\u00be");
        }
    }

    private void checkPicture() throws IOException, JobRefused {
        if (file.bytes() > limits.mostPictureBytes()) {
            throw new JobRefused(
                    what, file.bytes() + " bytes, expected a picture of " + limits.mostPictureBytes() + " at most");
        }
        byte[] content;
        try (InputStream stream = file.open()) {
            content = stream.readAllBytes();
        }
        try (PictureFile picture = PictureFile.open(content)) {
            long pixels = (long) picture.widthPx() * picture.heightPx();
            if (pixels > limits.mostPixels()) {
                throw new JobRefused(
                        what,
                        picture.widthPx() + " x " + picture.heightPx() + " px, expected " + limits.mostPixels()
                                + " px at most");
            }
            picture.pixels(picture.format());
        } catch (IOException damaged) {
            throw new JobRefused(what, "is no picture that can be read: " + damaged.getMessage());
        } catch (OutOfMemoryError bomb) {
            throw new JobRefused(what, "it takes more memory than there is");
        }
    }

    /**
     * An ONNX file is a ModelProto (onnx.proto): fields to its very end, among them 1, the version, and 7, the graph. What is
     * in the graph is found out by the tool that uses it, see {@link Rehearsal}.
     */
    private void checkModel() throws IOException, JobRefused {
        boolean version = false;
        boolean graph = false;
        try (DataInputStream model = new DataInputStream(new BufferedInputStream(file.open()))) {
            for (int next = model.read(); next >= 0; next = model.read()) {
                long key = varint(model, next);
                version |= key == (1 << 3);
                graph |= key == ((7 << 3) | 2);
                skip(model, (int) (key & 7));
            }
        } catch (EOFException cut) {
            throw new JobRefused(what, "is damaged or cut short, expected a whole ONNX model");
        }
        if (!version || !graph) {
            throw new JobRefused(what, "is no ONNX model, expected one with a version and a graph");
        }
    }

    private void skip(DataInputStream model, int wireType) throws IOException, JobRefused {
        switch (wireType) {
            case 0 -> varint(model, model.readUnsignedByte());
            case 1 -> model.skipNBytes(8);
            case 2 -> {
                long length = varint(model, model.readUnsignedByte());
                if (length < 0 || length > file.bytes()) {
                    throw new EOFException();
                }
                model.skipNBytes(length);
            }
            case 5 -> model.skipNBytes(4);
            default -> throw new JobRefused(what, "is no ONNX model, expected one with a version and a graph");
        }
    }

    private static long varint(DataInputStream model, int first) throws IOException {
        long value = first & 0x7f;
        int read = first;
        for (int shift = 7; (read & 0x80) != 0; shift += 7) {
            if (shift > 63) {
                throw new EOFException();
            }
            read = model.readUnsignedByte();
            value |= (long) (read & 0x7f) << shift;
        }
        return value;
    }
}
