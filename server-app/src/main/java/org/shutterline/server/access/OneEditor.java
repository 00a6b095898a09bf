package org.shutterline.server.access;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

/**
 * Lets one change a job at a time: a peer whose SET was let through has the job until its connection ends or it was quiet for
 * {@link #IDLE}. Several connections of one user, or of one machine that did not log in, are one. Safe for all threads.
 */
public final class OneEditor implements Engine {
    /** So long after its last SET a peer has the job. */
    public static final Duration IDLE = Duration.ofSeconds(60);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Engine machine;
    private final EditLeases leases;
    private final IntFunction<String> jobs;

    /** @param jobs the job that a station works by; empty for none */
    public OneEditor(Engine machine, EditLeases leases, IntFunction<String> jobs) {
        this.machine = machine;
        this.leases = leases;
        this.jobs = jobs;
    }

    @Override
    public void ask(Asked asked, Consumer<Reply> reply) {
        Optional<Reply> no = asked.command() instanceof Command.SetParameter set
                ? taken(jobs.apply(set.station()), asked.peer())
                : Optional.empty();
        no.ifPresentOrElse(reply, () -> machine.ask(asked, reply));
    }

    private Optional<Reply> taken(String job, Peer peer) {
        return job.isEmpty() ? Optional.empty() : leases.take(job, editor(peer)).map(holder -> busy(job, holder));
    }

    private static Reply busy(String job, EditLeases.Holder holder) {
        return new Reply.Refused(
                Code.STATION_BUSY,
                "job " + job + " is being changed by " + holder.who() + " at " + holder.from() + " since "
                        + TIME.format(holder.since().atZone(ZoneId.systemDefault())));
    }

    private static EditLeases.Editor editor(Peer peer) {
        String who = peer.user().isEmpty() ? peer.who() : peer.user();
        return new EditLeases.Editor(key(peer), who, peer.place(), IDLE);
    }

    private static String key(Peer peer) {
        return peer.user().isEmpty()
                ? "address " + peer.address().getAddress().getHostAddress()
                : "user " + peer.user();
    }

    @Override
    public Registration listen(Peer peer, Consumer<Event> events) {
        Registration registration = machine.listen(peer, events);
        return () -> {
            leases.freeAllFrom(peer.place());
            registration.close();
        };
    }

    @Override
    public void refused(Peer peer, Refusal why, String what) {
        machine.refused(peer, why, what);
    }
}
