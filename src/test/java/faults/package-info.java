/**
 * The application's processes among faults: killed, stopped, cut off from the database,
 * before a network whose own books tell what was right.
 */
@NullMarked
package faults;

import org.jspecify.annotations.NullMarked;
