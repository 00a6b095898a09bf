/**
 * The page of statistics: it shows a {@code statistics.StatisticsState} and says what the technician wants as
 * {@code statistics.StatisticsActions}; it decides nothing. Built from {@code look} and the parts of {@code ui}.
 *
 * <p>Thread: the event thread.
 */
package org.shutterline.server.ui.statistics;
