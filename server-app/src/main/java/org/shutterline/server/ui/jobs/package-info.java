/**
 * The page of jobs: the list, and a job that is taught on a picture. It shows an {@code editor.EditorState} and says what
 * the technician wants as {@code editor.EditorActions}; it decides nothing. Built from {@code look} and the parts of
 * {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.jobs;
