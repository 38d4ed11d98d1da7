package io.channelkeeper.mail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail that one sender took for one attempt.
 *
 * @param id the row
 * @param organizationId whose mail it is, or null
 * @param kind what it is about
 * @param recipient who gets it
 * @param subject one line
 * @param attempts how often it was tried, this time included
 * @param pauses how often it was put off for its own sake
 * @param createdAt when it was queued
 */
record ClaimedMail(UUID id, @Nullable UUID organizationId, String kind, String recipient, String subject, int attempts,
		int pauses, Instant createdAt) {

}
