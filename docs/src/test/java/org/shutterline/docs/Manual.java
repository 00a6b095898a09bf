package org.shutterline.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words: every page of this folder, and the one at the top of the repository. */
final class Manual {
    private static final Path HERE = Path.of("");

    private Manual() {}

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HERE.toAbsolutePath())) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !HERE.toAbsolutePath().relativize(file).startsWith("target"))
                    .sorted()
                    .forEach(pages::add);
        }
        Path front = HERE.toAbsolutePath().resolveSibling("README.md");
        if (Files.exists(front)) {
            pages.add(front);
        }
        return pages;
    }

    static List<Fence> fences() throws IOException {
        List<Fence> fences = new ArrayList<>();
        for (Path page : pages()) {
            fences.addAll(fencesOf(page));
        }
        return fences;
    }

    static List<Fence> fencesOf(Path page) throws IOException {
        List<Fence> fences = new ArrayList<>();
        Optional<Fence> open = Optional.empty();
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (line.startsWith("```")) {
                if (open.isPresent()) {
                    fences.add(open.get());
                    open = Optional.empty();
                } else {
                    open = Optional.of(new Fence(page, number, line.substring(3).strip(), new ArrayList<>()));
                }
            } else {
                open.ifPresent(fence -> fence.lines().add(line));
            }
        }
        open.ifPresent(fence -> {
            throw new IllegalStateException(fence + " has no end");
        });
        return fences;
    }

    /**
     * A fenced block.
     *
     * @param info what stands after the three backticks: a language word, then {@code key=value} pairs
     */
    record Fence(Path page, int line, String info, List<String> lines) {
        private static final Pattern PAIR = Pattern.compile("(\\w+)=(\\S+)");

        String language() {
            return info.split(" ", 2)[0];
        }

        Optional<String> value(String key) {
            Matcher pairs = PAIR.matcher(info);
            while (pairs.find()) {
                if (pairs.group(1).equals(key)) {
                    return Optional.of(pairs.group(2));
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return page.getFileName() + ":" + line;
        }
    }
}
