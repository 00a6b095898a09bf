package org.shutterline.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.DefaultFormatterFactory;
import javax.swing.text.NumberFormatter;

/** A spinner for a number, with a decimal point in every language. */
final class NumberControl<V extends Number> implements SettingControl<V> {
    private final double low;
    private final double high;
    private final int decimals;
    private final DoubleFunction<V> value;
    private final JSpinner spinner;
    private Consumer<V> listener = set -> {};
    private Consumer<Optional<String>> trouble = words -> {};
    private boolean showing;

    private NumberControl(double low, double high, int decimals, DoubleFunction<V> value) {
        this.low = low;
        this.high = high;
        this.decimals = decimals;
        this.value = value;
        double first = Math.max(low, Math.min(high, 0));
        spinner = new JSpinner(new SpinnerNumberModel(first, low, high, Math.pow(10, -decimals)));
        JFormattedTextField text = field();
        text.setFormatterFactory(new DefaultFormatterFactory(formatter()));
        text.setHorizontalAlignment(SwingConstants.TRAILING);
        text.setColumns(4);
        spinner.addChangeListener(changed -> {
            if (!showing) {
                listener.accept(value.apply(rounded()));
            }
        });
        text.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent written) {
                check();
            }

            @Override
            public void removeUpdate(DocumentEvent written) {
                check();
            }

            @Override
            public void changedUpdate(DocumentEvent written) {
                check();
            }
        });
    }

    static NumberControl<Long> whole(long low, long high) {
        return new NumberControl<>(low, high, 0, Math::round);
    }

    static NumberControl<Double> decimal(double low, double high, int decimals) {
        return new NumberControl<>(low, high, decimals, number -> number);
    }

    private NumberFormatter formatter() {
        String pattern = decimals == 0 ? "0" : "0." + "0" + "#".repeat(decimals - 1);
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        NumberFormatter formatter = new NumberFormatter(format);
        formatter.setValueClass(Double.class);
        formatter.setMinimum(low);
        formatter.setMaximum(high);
        return formatter;
    }

    /** Without the dust that adding steps leaves. */
    private double rounded() {
        return BigDecimal.valueOf(((Number) spinner.getValue()).doubleValue())
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private void check() {
        trouble.accept(
                right(field().getText().strip())
                        ? Optional.empty()
                        : Optional.of(LookWords.text("setting.range", words(low), words(high))));
    }

    private boolean right(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= low && number <= high;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static String words(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    @Override
    public JComponent component() {
        return spinner;
    }

    /** The text in the spinner. */
    @Override
    public JFormattedTextField field() {
        return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
    }

    @Override
    public void show(V shown) {
        showing = true;
        spinner.setValue(shown.doubleValue());
        showing = false;
    }

    @Override
    public void onChange(Consumer<V> told) {
        listener = told;
    }

    @Override
    public void onTrouble(Consumer<Optional<String>> told) {
        trouble = told;
    }
}
