package org.shutterline.server.editor;

/**
 * One value of those that are answered, in their order.
 *
 * @param name by which it is answered
 * @param tool the title of the tool that measures it
 * @param kind of that tool, such as {@code blobs}; empty if there is no such tool
 * @param output the name of its value
 */
public record Answer(String name, String tool, String kind, String output) {}
