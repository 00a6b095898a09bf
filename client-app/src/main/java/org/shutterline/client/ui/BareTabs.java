package org.shutterline.client.ui;

import com.formdev.flatlaf.ui.FlatTabbedPaneUI;

/** Tabs without their strip, for the full screen. */
final class BareTabs extends FlatTabbedPaneUI {
    @Override
    protected int calculateTabAreaHeight(int placement, int runs, int maxTabHeight) {
        return 0;
    }

    @Override
    protected int calculateTabHeight(int placement, int index, int fontHeight) {
        return 0;
    }
}
