package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.Collections;
import javax.swing.JScrollPane;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;

final class ValueRowsTest {
    private static final int ROWS = 4;

    private final ValueRows values = new ValueRows();
    private final JScrollPane scroll = new JScrollPane(values);

    /** A part is laid out anew only by the thread of events. */
    private int rowPx(int roomPx) throws Exception {
        EventQueue.invokeAndWait(() -> {
            scroll.setSize(400, roomPx);
            for (int round = 0; round < 2; round++) {
                scroll.doLayout();
                scroll.getViewport().doLayout();
                values.doLayout();
            }
        });
        return values.getComponent(ROWS).getHeight();
    }

    @Test
    void rowsThatWereSmallForWantOfRoomAreLargeAgainWhenThereIsSome() throws Exception {
        values.show(Collections.nCopies(ROWS, Samples.number("hole A", 5.02, 4.9, 5.1, Verdict.OK)), false);
        int wanted = scroll.getPreferredSize().height;
        assertThat(rowPx(wanted)).isEqualTo(60);
        assertThat(rowPx(180)).isEqualTo(40);
        assertThat(scroll.getPreferredSize().height).as("what it wants").isEqualTo(wanted);
        assertThat(rowPx(wanted)).isEqualTo(60);
    }
}
