package io.channelkeeper.network;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What a network answered, whatever it is.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body what the body says, or null where it is no JSON
 */
public record RemoteAnswer(int status, HttpHeaders headers, @Nullable Json body) {

	private static final Duration LONGEST_WAIT = Duration.ofDays(2);

	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/** What a status means that comes without an explanation. */
	public NetworkFault faultOfStatus(Instant now) {
		if (this.status == 429) {
			return new NetworkFault.RateLimited(retryAfter(now));
		}
		return (this.status >= 500) ? new NetworkFault.Unavailable() : new NetworkFault.Unexpected();
	}

	/** When to ask again, or null where the answer does not say. */
	public @Nullable Instant retryAfter(Instant now) {
		String value = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		try {
			Instant until = value.matches("[0-9]{1,9}") ? now.plusSeconds(Long.parseLong(value))
					: ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return until.isAfter(now) && until.isBefore(now.plus(LONGEST_WAIT)) ? until : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** How far our clock is ahead of theirs, or null where the answer does not say. */
	@Nullable Duration clockAhead(Instant now) {
		String date = this.headers.getFirst(HttpHeaders.DATE);
		try {
			return (date != null)
					? Duration.between(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), now)
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The answer in clear may hold tokens. */
	@Override
	public String toString() {
		return "RemoteAnswer[" + this.status + "]";
	}

}
