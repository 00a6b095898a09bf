/**
 * What an operator sees and may do: one immutable state goes down to the view, intent comes up through one interface.
 * Imports {@code protocol.message}, {@code language} and {@code link}; no Swing. Everything of a presenter runs on its
 * {@link org.shutterline.client.operator.Bench}'s one thread.
 */
package org.shutterline.client.operator;
