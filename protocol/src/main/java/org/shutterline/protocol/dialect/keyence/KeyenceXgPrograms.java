package org.shutterline.protocol.dialect.keyence;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Desk;

/** Programs and execute conditions, which are jobs here. */
final class KeyenceXgPrograms {
    private static final int HIGHEST_PROGRAM = 999;
    private static final int HIGHEST_CONDITION = 99;

    private final KeyenceXgSettings settings;
    private final KeyenceXgAnswers answers;
    private final Desk desk;
    private String card = "1";

    KeyenceXgPrograms(KeyenceXgSettings settings, KeyenceXgAnswers answers) {
        this.settings = settings;
        this.answers = answers;
        this.desk = answers.desk();
    }

    void addTo(Map<String, Consumer<Words>> commands) {
        commands.put("PW", this::program);
        commands.put("PR", words -> answers.alone(words, () -> tellProgram(words)));
        commands.put("EXW", words -> change(words, 1, settings.conditions(), HIGHEST_CONDITION, () -> {}));
        commands.put("EXR", words -> answers.alone(words, () -> tellCondition(words)));
    }

    private void program(Words words) {
        if (words.count() != 2 || Digits.whole(words.get(0), 1, 2).isEmpty()) {
            answers.refuse(words, Fault.PARAMETER);
            return;
        }
        change(words, 2, settings.programs(), HIGHEST_PROGRAM, () -> card = words.get(0));
    }

    /** The last parameter is the number of a job. */
    private void change(Words words, int count, NameMap jobs, int highest, Runnable done) {
        Optional<Integer> number =
                words.count() == count ? Digits.whole(words.get(count - 1), 0, highest) : Optional.empty();
        Optional<String> job = number.flatMap(theirs -> jobs.ours(Integer.toString(theirs)));
        if (job.isEmpty()) {
            number.ifPresent(theirs -> desk.unmapped("program " + theirs));
            answers.refuse(words, Fault.PARAMETER);
        } else {
            answers.everywhere(words, station -> new Command.ChangeJob(station, job.get()), done);
        }
    }

    private void tellProgram(Words words) {
        numberOfJob(
                words,
                settings.programs(),
                number -> desk.answer("PR," + card + "," + Digits.padded(number, settings.programDigits())));
    }

    private void tellCondition(Words words) {
        numberOfJob(words, settings.conditions(), number -> desk.answer("EXR," + Digits.padded(number, 2)));
    }

    private void numberOfJob(Words words, NameMap jobs, Consumer<String> listener) {
        desk.ask(new Command.AskJob(answers.stations().first()), reply -> {
            Optional<String> number = reply instanceof Reply.JobOf of ? jobs.theirs(of.job()) : Optional.empty();
            number.ifPresentOrElse(listener, () -> answers.refuse(words, Fault.NOT_NOW));
        });
    }
}
