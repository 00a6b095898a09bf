/** The no-protocol commands of Omron FH, FZ and FQ2, as programs that were written for them send them. */
package org.shutterline.protocol.dialect.omron;
