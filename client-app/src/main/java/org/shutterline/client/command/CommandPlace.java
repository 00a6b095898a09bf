package org.shutterline.client.command;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.protocol.spi.ClientConversation;

/**
 * What a command is given to work with.
 *
 * @param out for the reply line and nothing else
 * @param err for people
 * @param conversations of the dialect, answering in fields
 * @param times how patient it is
 */
public record CommandPlace(
        PrintStream out, PrintStream err, Supplier<ClientConversation> conversations, LinkTimes times) {}
