package org.shutterline.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.PlainPicture;

final class FilmTest {
    private final List<Integer> read = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();

    @Test
    void keepsTheLastOnesAndMakesOthersAgain() {
        Film film = new Film(album(Film.MOST + 10), work::add, () -> {});
        for (int i = 0; i < Film.MOST + 10; i++) {
            film.keep(i, picture());
        }
        assertThat(film.thumb(Film.MOST + 9)).isPresent();
        assertThat(work).isEmpty();

        assertThat(film.thumb(0)).isEmpty();
        assertThat(film.thumb(0)).isEmpty();
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(film.thumb(0)).isPresent();
        assertThat(read).containsExactly(0);
    }

    private Album album(int size) {
        return new Album() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public String name(int index) {
                return "file" + index;
            }

            @Override
            public Picture at(int index) {
                read.add(index);
                return new Picture(picture(), 0, name(index), Optional.empty(), OffsetDateTime.MIN, Optional.empty());
            }
        };
    }

    private static PlainPicture picture() {
        return PlainPicture.of("mono8", 4, 4, new byte[16]);
    }
}
