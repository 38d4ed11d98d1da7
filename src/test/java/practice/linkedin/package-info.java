/**
 * Practice LinkedIn: its login and consent pages, its token addresses, its API.
 */
@NullMarked
package practice.linkedin;

import org.jspecify.annotations.NullMarked;
