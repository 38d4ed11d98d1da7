/**
 * The practice networks: what the providers serve, played over real HTTP, with a mailbox
 * beside them. Written from the networks' documents only; shares nothing with the
 * application.
 */
@NullMarked
package practice;

import org.jspecify.annotations.NullMarked;
