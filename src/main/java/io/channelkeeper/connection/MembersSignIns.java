package io.channelkeeper.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.organization.HeldSignIn;
import io.channelkeeper.organization.HeldSignIns;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.support.Tenancy;

/**
 * Finds what members connected with sign-ins of their own (B-10).
 */
@Component
class MembersSignIns implements HeldSignIns {

	private final JdbcClient jdbc;

	private final SignInProviders providers;

	private final Networks networks;

	private final ConnectionService connections;

	private final ReconnectRequestRows requests;

	private final MemberService members;

	private final Clock clock;

	MembersSignIns(JdbcClient jdbc, SignInProviders providers, Networks networks, ConnectionService connections,
			ReconnectRequestRows requests, MemberService members, Clock clock) {
		this.jdbc = jdbc;
		this.providers = providers;
		this.networks = networks;
		this.connections = connections;
		this.requests = requests;
		this.members = members;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<HeldSignIn> of(UUID memberId) {
		Map<UUID, List<Carried>> byLogin = new LinkedHashMap<>();
		this.jdbc.sql("""
				select l.id, l.provider, l.external_user_name, c.id as channel_id, c.network, c.handle, c.display_name
				from social_login l
				join connection k on k.login_id = l.id
				join channel c on c.id = k.channel_id
				join creator r on r.id = c.creator_id
				where l.organization_id = :organization and l.connected_by_member = :member
					and c.archived_at is null and r.archived_at is null
				order by l.provider, l.external_user_name, l.id, c.network, c.handle
				""")
			.param("organization", Tenancy.current())
			.param("member", memberId)
			.query(this::carried)
			.list()
			.forEach((one) -> byLogin.computeIfAbsent(one.login(), (login) -> new ArrayList<>()).add(one));
		return byLogin.values().stream().map((all) -> held(all, memberId)).toList();
	}

	private HeldSignIn held(List<Carried> all, UUID memberId) {
		List<UUID> channels = all.stream().map(Carried::channel).toList();
		Collection<ChannelStanding> standings = this.connections.standings(channels).values();
		Instant renewBy = standings.stream()
			.filter((standing) -> !standing.state().isInterrupted())
			.map(ChannelStanding::renewBy)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		HeldSignIn.Asked asked = this.requests.open(channels, this.clock.instant())
			.stream()
			.max(Comparator.comparing(ReconnectRequest::askedAt))
			.flatMap((request) -> asked(request, memberId))
			.orElse(null);
		return new HeldSignIn(all.getFirst().provider(), all.getFirst().user(),
				all.stream().map(Carried::shown).toList(), channels.getFirst(),
				standings.stream().allMatch((standing) -> standing.state().isInterrupted()), renewBy, asked);
	}

	/** That whoever leaves was asked helps nobody. */
	private Optional<HeldSignIn.Asked> asked(ReconnectRequest request, UUID leaving) {
		String names = request.asked()
			.stream()
			.filter((member) -> !member.equals(leaving))
			.map((member) -> this.members.get(member).name())
			.sorted()
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? Optional.empty() : Optional.of(new HeldSignIn.Asked(names, request.askedAt()));
	}

	private Carried carried(ResultSet row, int number) throws SQLException {
		var network = this.networks.get(new NetworkId(row.getString("network")));
		return new Carried(row.getObject("id", UUID.class),
				this.providers.get(new ProviderId(row.getString("provider"))).name(),
				row.getString("external_user_name"), row.getObject("channel_id", UUID.class), "%s (%s)"
					.formatted(network.show(row.getString("handle"), row.getString("display_name")), network.name()));
	}

	/**
	 * A channel that hangs on a member's sign-in.
	 *
	 * @param login the sign-in
	 * @param provider where it is, by name
	 * @param user how the member is called there, or null
	 * @param channel the channel
	 * @param shown what people call it, with its network
	 */
	private record Carried(UUID login, String provider, @Nullable String user, UUID channel, String shown) {
	}

}
