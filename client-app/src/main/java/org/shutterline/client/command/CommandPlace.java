package org.shutterline.client.command;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.trust.KnownServers;
import org.shutterline.protocol.message.Secret;

/**
 * What a command is given to work with.
 *
 * @param out for the reply line and nothing else
 * @param err for people
 * @param languages our own answers in fields
 * @param times how patient it is
 * @param known the servers that are trusted
 * @param password asks for the one of whoever logs in
 */
public record CommandPlace(
        PrintStream out,
        PrintStream err,
        LanguageFinder languages,
        LinkTimes times,
        KnownServers known,
        Supplier<Secret> password) {}
