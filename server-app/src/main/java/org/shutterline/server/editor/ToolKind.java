package org.shutterline.server.editor;

/**
 * A kind of tool that can be added.
 *
 * @param id stable, such as {@code blobs}
 * @param title in English, for where the words of the window have none
 */
public record ToolKind(String id, String title) {}
