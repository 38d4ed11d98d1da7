/**
 * The demo: everything at once on a bare machine, with practice networks and people who
 * walked through them.
 */
@NullMarked
package demo;

import org.jspecify.annotations.NullMarked;
