package org.shutterline.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Font;
import javax.swing.UIManager;

/** Light, dark, or as the desktop is set. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the desktop is set at the moment of asking. */
    SYSTEM;

    /** Sets up the look and feel; called once before the first component is made. */
    public void install() {
        OwnNatives.prepare();
        FlatInterFont.installLazy();
        FlatJetBrainsMonoFont.installLazy();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
        FlatLaf.registerCustomDefaultsSource("org.shutterline.look");
        // All sizes are logical and the desktop's scale does the rest; a second factor from the font would add to it.
        System.setProperty(FlatSystemProperties.UI_SCALE_ENABLED, "false");
        // As a size of the look and feel it would be bent by the desktop's font size.
        UIManager.put("defaultFont", FontUtils.getCompositeFont(FlatInterFont.FAMILY, Font.PLAIN, Type.BODY.px()));
        // Who may only look could else rename the station's own files where he is asked for a place to save.
        UIManager.put("FileChooser.readOnly", true);
        setUp(dark());
    }

    /** Changes the theme of all open windows; does nothing if it is the one in use. */
    public void show() {
        boolean dark = dark();
        if (dark != FlatLaf.isLafDark()) {
            setUp(dark);
            FlatLaf.updateUI();
        }
    }

    /** Whether this theme is the dark one now. Asking the desktop may take some tens of milliseconds. */
    public boolean dark() {
        return this == DARK || this == SYSTEM && Desktop.prefersDark();
    }

    private static void setUp(boolean dark) {
        FlatLaf laf = dark ? new FlatDarkLaf() : new FlatLightLaf();
        laf.setExtraDefaults(Palette.variables(dark));
        FlatLaf.setup(laf);
    }
}
