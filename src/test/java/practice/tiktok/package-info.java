/**
 * Practice TikTok: the login and consent pages, the token addresses of Login Kit v2, and
 * of the Display API what shows a user.
 */
@NullMarked
package practice.tiktok;

import org.jspecify.annotations.NullMarked;
