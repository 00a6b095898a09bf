/**
 * Teaching a job on the picture: a draft with undo, tried on a picture at once and on many before it goes into service.
 * One immutable state down, one interface of intent up; it reaches the rest of the server through
 * {@link org.shutterline.server.editor.Workshop} alone. Judges by {@code station.Inspector}, the very code of production.
 * Imports {@code jobs}, {@code station}, {@code settings}, {@code spi} and the protocol's plugins and messages; no Swing.
 *
 * <p>Thread: all state is owned by one thread named {@code editor}; pictures are judged on {@code editor-trial}, many of
 * them on {@code editor-try}; drafts are written on {@code editor-drafts}.
 */
package org.shutterline.server.editor;
