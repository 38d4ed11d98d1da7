package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * How the channels of the bound organization stand, and who was asked to connect them.
 */
@Service
public class ConnectionService {

	private final StandingRepository standings;

	private final Disconnecting disconnecting;

	private final AccessReturns returns;

	private final JdbcClient jdbc;

	private final Clock clock;

	ConnectionService(StandingRepository standings, Disconnecting disconnecting, AccessReturns returns, JdbcClient jdbc,
			Clock clock) {
		this.standings = standings;
		this.disconnecting = disconnecting;
		this.returns = returns;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How a channel stands now.
	 * @throws NotFoundException if there is no such channel or it was archived
	 */
	@Transactional(readOnly = true)
	public ChannelStanding standing(UUID channelId) {
		return this.standings.find(Set.of(channelId), this.clock.instant())
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotFoundException("channel", channelId));
	}

	/** How channels stand now, by channel; archived and foreign ones are left out. */
	@Transactional(readOnly = true)
	public Map<UUID, ChannelStanding> standings(Collection<UUID> channelIds) {
		return this.standings.find(channelIds, this.clock.instant())
			.stream()
			.collect(Collectors.toMap(ChannelStanding::channelId, Function.identity()));
	}

	/** How all channels of a login stand now. */
	@Transactional(readOnly = true)
	public List<ChannelStanding> ofLogin(UUID loginId) {
		return this.standings.findByLogin(loginId, this.clock.instant());
	}

	/** Who carries channels, by channel; those that nobody signed in for are left out. */
	@Transactional(readOnly = true)
	public Map<UUID, ProviderId> providers(Collection<UUID> channelIds) {
		return this.standings.findProviders(channelIds);
	}

	/** The channels on the same login as one, itself included, with nothing to do. */
	@Transactional(readOnly = true)
	public Set<UUID> healthyOnLoginOf(UUID channelId) {
		return standings(Set.of(channelId)).values()
			.stream()
			.map(ChannelStanding::loginId)
			.filter(Objects::nonNull)
			.flatMap((login) -> ofLogin(login).stream())
			.filter((channel) -> channel.state() == ConnectionState.CONNECTED)
			.map(ChannelStanding::channelId)
			.collect(Collectors.toSet());
	}

	/** Somebody was asked to connect a channel and may do so until the given moment. */
	@Transactional
	public void asked(UUID channelId, Instant until) {
		int known = this.jdbc.sql("""
				insert into asked_channel (channel_id, organization_id, asked_at, asked_until)
				select id, organization_id, :now, :until from channel
				where id = :channel and organization_id = :organization
				on conflict (channel_id) do update set asked_at = :now, asked_until = :until
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.update();
		if (known == 0) {
			throw new NotFoundException("channel", channelId);
		}
	}

	/** Nobody is asked to connect a channel any more. */
	@Transactional
	public void notAsked(UUID channelId) {
		this.jdbc.sql("delete from asked_channel where channel_id = :channel and organization_id = :organization")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.update();
	}

	/** The other channels that hang on the same login (B-6). */
	@Transactional(readOnly = true)
	public List<UUID> othersOfLogin(UUID channelId) {
		return this.disconnecting.othersOfLogin(channelId);
	}

	/**
	 * Disconnects a channel; what is known of it stays. Access goes back to the network
	 * with the last channel of that person over all organizations, so this asks the
	 * network and must not be called inside a transaction.
	 * @throws NotFoundException if there is no such channel or it is not connected
	 * @throws io.channelkeeper.support.ForbiddenException if the viewer may not
	 */
	public void disconnect(Viewer viewer, UUID channelId) {
		this.disconnecting.disconnect(viewer, channelId);
		this.returns.giveBackNew();
	}

}
