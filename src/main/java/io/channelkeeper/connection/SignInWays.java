package io.channelkeeper.connection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * The ways to connect a channel that are set up here, and what each of them needs.
 */
@Component
class SignInWays {

	private final ChannelService channels;

	private final Networks networks;

	private final SignInProviders providers;

	private final JdbcClient jdbc;

	SignInWays(ChannelService channels, Networks networks, SignInProviders providers, JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.channels = channels;
		this.networks = networks;
		this.providers = providers;
	}

	/**
	 * The way to connect this channel through this provider.
	 * @throws NotFoundException if there is no such channel or way
	 */
	SignInWay of(UUID channelId, ProviderId provider) {
		Channel channel = this.channels.get(channelId);
		if (channel.archived()) {
			throw new NotFoundException("channel", channelId);
		}
		return of(channel.network(), provider);
	}

	/**
	 * The way by which somebody comes back, even to a channel that was archived
	 * meanwhile.
	 * @throws NotFoundException if there is no such way any more
	 */
	SignInWay back(UUID channelId, ProviderId provider) {
		return of(this.channels.get(channelId).network(), provider);
	}

	SignInWay of(NetworkId network, ProviderId provider) {
		return find(network, provider).orElseThrow(() -> new NotFoundException("way to connect", provider));
	}

	/** The way to connect channels of a network through a provider, or empty. */
	Optional<SignInWay> find(NetworkId network, ProviderId provider) {
		return this.networks.ways(network).stream().filter((way) -> way.provider().equals(provider)).findFirst();
	}

	/** All ways through a provider that these permissions are enough for. */
	List<SignInWay> openedBy(ProviderId provider, Set<String> scopes) {
		return this.networks.offered()
			.stream()
			.flatMap((network) -> this.networks.ways(network.id()).stream())
			.filter((way) -> way.provider().equals(provider) && scopes.containsAll(scopes(way)))
			.toList();
	}

	SignInProvider provider(SignInWay way) {
		return this.providers.get(way.provider());
	}

	static Set<String> scopes(SignInWay way) {
		return way.permissions().stream().map(Permission::scope).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * What a way asks for, and what the other channels on the same login need besides:
	 * one sign-in brings all of them back (H-7).
	 */
	Set<String> scopesOfAll(UUID channelId, SignInWay way) {
		Set<String> scopes = new LinkedHashSet<>(scopes(way));
		this.jdbc.sql("""
				select distinct c.network from connection e
				join connection k on k.login_id = e.login_id and k.organization_id = e.organization_id
				join channel c on c.id = k.channel_id
				where e.channel_id = :channel and e.organization_id = :organization and c.archived_at is null
				order by c.network
				""")
			.param("channel", channelId)
			.param("organization", Tenancy.current())
			.query((row, number) -> new NetworkId(row.getString("network")))
			.list()
			.forEach((network) -> find(network, way.provider()).ifPresent((other) -> scopes.addAll(scopes(other))));
		return scopes;
	}

	/** Message keys of the way's permissions that are, or are not, among the scopes. */
	static List<String> keys(SignInWay way, Set<String> scopes, boolean granted) {
		return way.permissions()
			.stream()
			.filter((permission) -> scopes.contains(permission.scope()) == granted)
			.map(Permission::key)
			.toList();
	}

}
