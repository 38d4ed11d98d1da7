package io.channelkeeper.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;

import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Answers what a member's calendar program reads at the secret address (B-16).
 */
@Service
public class CalendarFeed {

	private final FeedStore store;

	private final Deadlines deadlines;

	private final CalendarWriter writer;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CalendarFeed(FeedStore store, Deadlines deadlines, CalendarWriter writer, TransactionTemplate transaction,
			Clock clock) {
		this.store = store;
		this.deadlines = deadlines;
		this.writer = writer;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The calendar at an address.
	 * @return empty if the address is unknown, was ended, or its member has left
	 */
	public Optional<Content> read(SecretToken token) {
		return this.store.find(token)
			.map((reader) -> Tenancy.within(reader.organizationId(),
					() -> this.transaction.execute((status) -> read(reader))));
	}

	private Content read(FeedReader reader) {
		List<Deadline> found = this.deadlines.find();
		String hash = DigestUtils
			.md5DigestAsHex(this.writer.write(reader, found, Revision.NONE).getBytes(StandardCharsets.UTF_8));
		Revision revision = this.store.revise(reader, hash, this.clock.instant());
		return new Content(this.writer.write(reader, found, revision), hash + "-" + revision.number());
	}

	/**
	 * A calendar as it travels.
	 *
	 * @param text its lines, ended and folded as RFC 5545 wants it
	 * @param version the same as long as the text is
	 */
	public record Content(String text, String version) {

	}

}
