/**
 * Single limits and settings of jobs, by name and as text: told, read and put in their place, and what becomes of a job
 * when one is changed while stations judge by it. Imports {@code station}, {@code jobs}, {@code settings}, {@code spi}; no
 * socket, no window.
 */
package org.shutterline.server.tuning;
