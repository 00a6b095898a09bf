package org.shutterline.client.operator;

import org.shutterline.client.language.LanguageChoice;
import org.shutterline.protocol.message.Secret;

/** What an operator may do. Safe for any thread; returns at once, what comes of it is seen in the next state. */
public interface OperatorActions extends AutoCloseable {
    /** @param address as typed; what cannot be read is told in a notice */
    void connect(String address);

    /** Talk in this language from now on; a connection that is wanted is made anew. What cannot be used is told in a notice. */
    void speak(LanguageChoice language);

    void disconnect();

    /** Connect anew as somebody who logs in; the password is kept in memory for as long as the window lasts. */
    void logIn(String user, Secret password);

    /** Connect anew as nobody. */
    void logOut();

    /** Try to connect at once instead of waiting. */
    void tryNow();

    /** @param station 1 to 99 */
    void chooseStation(int station);

    /** @param part names the part; blank for none */
    void capture(String part);

    /** Ask again for the answer that was lost: the same trigger, so no second picture is taken if it had come. */
    void askAgain();

    void showLive(boolean on);

    /** @param everyMs 50 to 3,600,000 */
    void repeat(boolean on, int everyMs);

    /** Bring back one result of the film. */
    void pick(long id);

    void pickNewest();

    /** @param name of a value, as the results name it */
    void chooseTrend(String name);

    void resetCounters();

    /** Have the station work by another job. */
    void changeJob(String job);

    void closeNotice(Notice.Topic topic);

    /** Ends the work: the connection is closed, and nothing is shown any more. */
    @Override
    void close();
}
