package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.NetworkTroubles;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;

/**
 * Which warning went to whom, when, and whether it arrived (B-8). Everybody in the
 * organization may read it of a channel; addresses and the words of mail servers are told
 * to admins.
 */
@Service
public class WarningLedger {

	/** Warnings on one page. */
	static final int PAGE = 100;

	/** Held at once while a table is written. */
	static final int PART = 1000;

	/** After everything, also where a clock was set back. */
	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	/** Sorts before every id. */
	private static final UUID FIRST = new UUID(0, 0);

	private final LedgerRows rows;

	private final ChannelNames names;

	private final ChannelService channels;

	private final CreatorService creators;

	private final NetworkTroubles troubles;

	private final Clock clock;

	WarningLedger(LedgerRows rows, ChannelNames names, ChannelService channels, CreatorService creators,
			NetworkTroubles troubles, Clock clock) {
		this.rows = rows;
		this.names = names;
		this.channels = channels;
		this.creators = creators;
		this.troubles = troubles;
		this.clock = clock;
	}

	/**
	 * A page of what was told of a channel, also of one that was put away.
	 * @param before only what is older than this one, or null for the newest
	 * @throws io.channelkeeper.support.NotFoundException if the organization has no such
	 * channel
	 */
	@Transactional(readOnly = true)
	public LedgerChannel ofChannel(Viewer viewer, UUID channelId, @Nullable UUID before) {
		ChannelNames.Named named = this.names.of(channelId);
		List<LedgerLine> found = this.rows.newest(channelId, before, PAGE + 1, this.troubles.unsettled(),
				this.clock.instant());
		List<LedgerLine> shown = found.stream().limit(PAGE).map((line) -> told(line, viewer)).toList();
		return new LedgerChannel(channelId, named.creator(), named.shown(), named.network(),
				this.creators.get(named.creator()).name(), shown, (found.size() > PAGE) ? shown.getLast().id() : null);
	}

	/**
	 * Everything that was told of a channel, the oldest first, in parts that are read one
	 * after the other: however much there is, little of it is held at once.
	 * @throws io.channelkeeper.support.NotFoundException if the organization has no such
	 * channel
	 */
	public Stream<List<LedgerLine>> partsOf(Viewer viewer, UUID channelId) {
		return parts(viewer, this.channels.get(channelId).id(), new LedgerRows.Place(Instant.EPOCH, FIRST, END));
	}

	/**
	 * The same of all channels of the viewer's organization; for admins.
	 * @param from the moment from which on warnings were written down
	 * @param until the moment before which they were
	 */
	public Stream<List<LedgerLine>> parts(Viewer viewer, Instant from, Instant until) {
		viewer.require(Action.ADMINISTER);
		return parts(viewer, null, new LedgerRows.Place(from, FIRST, until));
	}

	private Stream<List<LedgerLine>> parts(Viewer viewer, @Nullable UUID channel, LedgerRows.Place begin) {
		Set<ProviderId> held = this.troubles.unsettled();
		Instant now = this.clock.instant();
		UnaryOperator<List<LedgerLine>> next = (part) -> (part.size() < PART) ? List.of()
				: this.rows.next(channel, begin.behind(part.getLast()), PART, held, now);
		return Stream.iterate(this.rows.next(channel, begin, PART, held, now), (part) -> !part.isEmpty(), next)
			.map((part) -> part.stream().map((line) -> told(line, viewer)).toList());
	}

	/** Addresses of members are for admins only, and servers repeat them. */
	private static LedgerLine told(LedgerLine line, Viewer viewer) {
		return viewer.may(Action.ADMINISTER) ? line : line.withoutAddresses();
	}

}
