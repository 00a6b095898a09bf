package org.shutterline.client.operator;

import java.util.Optional;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.link.Address;
import org.shutterline.protocol.message.Command;

/** To which server the operator turns, in which language and as whom. On the bench. */
final class Connecting {
    private final Reconnector connection;
    private final Speech speech;
    private final Notices notices;
    private final Runnable leaving;
    private final Runnable elsewhere;

    /**
     * @param leaving done before a connection is given up
     * @param elsewhere done before another server, or another language, is turned to
     */
    Connecting(Reconnector connection, Speech speech, Notices notices, Runnable leaving, Runnable elsewhere) {
        this.connection = connection;
        this.speech = speech;
        this.notices = notices;
        this.leaving = leaving;
        this.elsewhere = elsewhere;
    }

    /** @param typed what cannot be read as an address is told */
    void connect(String typed) {
        Address.read(typed).ifPresentOrElse(this::connect, () -> noAddress(typed));
    }

    private void connect(Address address) {
        if (!address.toString().equals(connection.connection().address())) {
            elsewhere.run();
        }
        notices.close(Notice.Topic.CONNECTION);
        speech.language().ifPresent(language -> connection.connect(address, language));
    }

    private void noAddress(String typed) {
        connection.typed(typed);
        notices.mention(Notice.Topic.CONNECTION, Phrase.of("address.wrong", typed), Phrase.of("address.example"));
    }

    void speak(LanguageChoice choice) {
        boolean again = connection.wanted();
        disconnect();
        elsewhere.run();
        speech.choose(choice);
        if (again) {
            connectAgain();
        }
    }

    /** @param who empty for nobody */
    void comeAs(Optional<Command.LogIn> who) {
        connection.be(who);
        if (connection.wanted()) {
            connectAgain();
        }
    }

    private void connectAgain() {
        Address.read(connection.connection().address()).ifPresent(this::connect);
    }

    void disconnect() {
        leaving.run();
        connection.disconnect();
    }

    /** The server showed itself for the first time: people may compare by what it is known from now on. */
    void firstTrusted(String fingerprint) {
        notices.tell(
                Notice.Topic.TRUST,
                Notice.Kind.WARNING,
                Phrase.of("trust.first", connection.connection().address()),
                Phrase.of("trust.compare", fingerprint));
    }
}
