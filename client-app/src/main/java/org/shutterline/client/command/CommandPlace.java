package org.shutterline.client.command;

import java.io.PrintStream;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.LinkTimes;

/**
 * What a command is given to work with.
 *
 * @param out for the reply line and nothing else
 * @param err for people
 * @param languages our own answers in fields
 * @param times how patient it is
 */
public record CommandPlace(PrintStream out, PrintStream err, LanguageFinder languages, LinkTimes times) {}
