package io.channelkeeper.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Keeps what changed at the networks about the channels of the bound organization (B-15).
 */
@Service
public class ChannelDrifts {

	private static final int SHOWN = 100;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ChannelDrifts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Notes that something changed just now, and tells of it. Nothing is noted of a
	 * channel that was put away.
	 * @param before what it was, as {@link ChannelDrift} says, or null
	 * @param after what it is, as {@link ChannelDrift} says, or null
	 */
	@Transactional
	public void note(UUID channelId, ChannelDrift.Kind kind, @Nullable String before, @Nullable String after) {
		int noted = this.jdbc.sql("""
				insert into channel_drift (id, channel_id, organization_id, kind, before, after, at)
				select :id, id, organization_id, :kind, :before, :after, :now from channel
				where id = :channel and organization_id = :organization and archived_at is null
				""")
			.param("id", Ids.next())
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("kind", kind.name())
			.param("before", before)
			.param("after", after)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (noted > 0) {
			this.events.publishEvent(new ChannelDrifted(Tenancy.current(), channelId, kind, before, after));
		}
	}

	/** What changed about a creator's channels, the newest first and no more than 100. */
	@Transactional(readOnly = true)
	public List<ChannelDrift> ofCreator(UUID creatorId) {
		return this.jdbc.sql("""
				select d.id, d.channel_id, c.network, c.handle, c.display_name, d.kind, d.before, d.after, d.at
				from channel c join channel_drift d on d.channel_id = c.id
				where c.creator_id = :creator and c.organization_id = :organization
				order by d.at desc, d.id desc limit :shown
				""")
			.param("creator", creatorId)
			.param("organization", Tenancy.current())
			.param("shown", SHOWN)
			.query((row, number) -> new ChannelDrift(row.getObject("id", UUID.class),
					row.getObject("channel_id", UUID.class), new NetworkId(row.getString("network")),
					row.getString("handle"), row.getString("display_name"),
					ChannelDrift.Kind.valueOf(row.getString("kind")), row.getString("before"), row.getString("after"),
					SqlMoments.in(row, "at")))
			.list();
	}

	/** How many changes were noted since a moment, that moment left out. */
	@Transactional(readOnly = true)
	public long countSince(Instant moment) {
		return this.jdbc
			.sql("select count(*) from channel_drift where organization_id = :organization and at > :moment")
			.param("organization", Tenancy.current())
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	/** Forgets what was told by somebody who wants it deleted, or of another account. */
	void forget(UUID channelId) {
		this.jdbc.sql("delete from channel_drift where channel_id = :channel and organization_id = :organization")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

}
