package org.shutterline.client.ui;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import org.shutterline.look.PicturePane;

/** What each key of the window does. No plain letters and digits: they belong to the scanner. */
final class OperatorKeys {
    private static final int CTRL = InputEvent.CTRL_DOWN_MASK;

    private OperatorKeys() {}

    static void bind(WindowKeys keys, ClientWindow window) {
        bindWork(keys, window);
        bindPicture(keys, window);
        bindFilm(keys, window);
    }

    private static void bindWork(WindowKeys keys, ClientWindow window) {
        keys.everywhere(KeyEvent.VK_F5, 0, () -> window.stage().captureBar().capture());
        keys.everywhere(
                KeyEvent.VK_F4, 0, () -> window.stage().captureBar().part().requestFocusInWindow());
        keys.everywhere(KeyEvent.VK_F2, 0, () -> window.stage().bar().connectOrNot());
        keys.everywhere(KeyEvent.VK_F6, 0, () -> window.stage().bar().liveOrNot());
        keys.everywhere(KeyEvent.VK_F8, 0, () -> window.stage().captureBar().repeatOrNot());
        keys.everywhere(KeyEvent.VK_E, CTRL, () -> window.stage().export());
        keys.everywhere(KeyEvent.VK_F11, 0, window::fullScreenOrNot);
        keys.everywhere(KeyEvent.VK_F1, 0, window::showKeys);
        keys.everywhere(KeyEvent.VK_PAGE_UP, CTRL, () -> window.turnTab(-1));
        keys.everywhere(KeyEvent.VK_PAGE_DOWN, CTRL, () -> window.turnTab(1));
        keys.everywhere(KeyEvent.VK_ESCAPE, 0, () -> pane(window).requestFocusInWindow());
    }

    private static void bindPicture(WindowKeys keys, ClientWindow window) {
        keys.everywhere(
                KeyEvent.VK_F9, 0, () -> pane(window).marks(!pane(window).marks()));
        for (int zero : new int[] {KeyEvent.VK_0, KeyEvent.VK_NUMPAD0}) {
            keys.everywhere(zero, CTRL, () -> pane(window).fit());
        }
        for (int one : new int[] {KeyEvent.VK_1, KeyEvent.VK_NUMPAD1}) {
            keys.everywhere(one, CTRL, () -> pane(window).oneToOne());
        }
        for (int plus : new int[] {KeyEvent.VK_PLUS, KeyEvent.VK_EQUALS, KeyEvent.VK_ADD}) {
            keys.everywhere(plus, CTRL, () -> pane(window).zoomBy(1.25));
        }
        for (int minus : new int[] {KeyEvent.VK_MINUS, KeyEvent.VK_SUBTRACT}) {
            keys.everywhere(minus, CTRL, () -> pane(window).zoomBy(0.8));
        }
    }

    private static void bindFilm(WindowKeys keys, ClientWindow window) {
        keys.outsideFields(KeyEvent.VK_LEFT, 0, () -> window.stage().film().step(1));
        keys.outsideFields(KeyEvent.VK_RIGHT, 0, () -> window.stage().film().step(-1));
        keys.outsideFields(KeyEvent.VK_HOME, 0, () -> window.stage().film().follow());
        keys.outsideFields(KeyEvent.VK_LEFT, CTRL, () -> window.stage().film().stepNg(1));
        keys.outsideFields(KeyEvent.VK_RIGHT, CTRL, () -> window.stage().film().stepNg(-1));
    }

    private static PicturePane pane(ClientWindow window) {
        return window.stage().pictureCard().pane();
    }
}
