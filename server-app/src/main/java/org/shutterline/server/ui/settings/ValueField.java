package org.shutterline.server.ui.settings;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Icons;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.UiWords;

/** A text that is taken with Enter or when the focus leaves; Esc brings back what stood there. Up and down change a number. */
public final class ValueField extends JTextField {
    private static final int STEP_ICON_PX = 14;

    private final TypedText typed = new TypedText(this);
    private IntConsumer stepper = ways -> {};
    private String given = "";
    private boolean refused;

    public ValueField(String name) {
        setName(name);
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent key) {
                int code = key.getKeyCode();
                if (code == KeyEvent.VK_UP || code == KeyEvent.VK_DOWN) {
                    stepper.accept(code == KeyEvent.VK_UP ? 1 : -1);
                }
            }
        });
    }

    /**
     * A number, which changes with the arrow keys and with two buttons at its end.
     *
     * @param step the least one; of a number with decimals one of the last decimal
     * @param unit may be empty
     * @param usual from where it goes while nothing stands there
     */
    public void steps(double step, double low, double high, String unit, Supplier<String> usual) {
        stepper = ways -> Numbers.read(getText().isBlank() ? usual.get() : getText())
                .map(BigDecimal::valueOf)
                .ifPresent(now -> {
                    int decimals =
                            step >= 1 ? 0 : Math.max(1, now.stripTrailingZeros().scale());
                    BigDecimal next = now.add(BigDecimal.valueOf(ways, decimals));
                    setText(Numbers.shown(Math.max(low, Math.min(high, next.doubleValue()))));
                    typed.take();
                });
        JPanel buttons = new JPanel(new MigLayout("insets 0 0 0 2, gap 0, fill", "", "[center]"));
        buttons.setOpaque(false);
        if (!unit.isEmpty()) {
            buttons.add(Headline.text(unit), "gapright 4");
        }
        buttons.add(stepButton(Icons.MINUS, -1), "w 24!, h 24!");
        buttons.add(stepButton(Icons.PLUS, 1), "w 24!, h 24!");
        putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, buttons);
    }

    private JButton stepButton(Icons icon, int ways) {
        JButton button = new JButton(icon.icon(STEP_ICON_PX));
        button.setName(getName() + (ways > 0 ? ".more" : ".less"));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setFocusable(false);
        button.getAccessibleContext().setAccessibleName(UiWords.text(ways > 0 ? "jobs.more1" : "jobs.less1"));
        button.addActionListener(pressed -> stepper.accept(ways));
        return button;
    }

    public void onTaken(Consumer<String> told) {
        typed.onTaken(text -> told.accept(text.strip()));
    }

    /** From now on every key counts. */
    public void live() {
        typed.live();
    }

    /** As if it was typed where somebody types, else at the end, and entered. */
    void insert(String text) {
        if (!isFocusOwner()) {
            setCaretPosition(getDocument().getLength());
        }
        replaceSelection(text);
        typed.take();
    }

    /** What stands there when nothing is given. */
    public void placeholder(String words) {
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words);
    }

    /** Shows a value; what is being typed stays, and so does what was refused until another value is given. */
    public void give(String value) {
        if (!value.equals(given)) {
            bad(false);
        }
        given = value;
        if (!refused) {
            typed.give(value);
        }
    }

    /** Forgets what was refused. */
    public void forget() {
        bad(false);
        given = "";
        typed.give("");
    }

    public void bad(boolean yes) {
        refused = yes;
        putClientProperty(FlatClientProperties.OUTLINE, yes ? FlatClientProperties.OUTLINE_ERROR : null);
    }
}
