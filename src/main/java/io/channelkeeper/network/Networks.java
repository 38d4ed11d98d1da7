package io.channelkeeper.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * All networks that this installation knows.
 */
@Component
public class Networks {

	private final List<Network> networks;

	private final SignInProviders providers;

	Networks(List<Network> networks, SignInProviders providers) {
		this.networks = networks.stream().sorted(Comparator.comparing(Network::name)).toList();
		this.providers = providers;
	}

	public List<Network> all() {
		return this.networks;
	}

	/**
	 * The network with this id.
	 * @throws IllegalArgumentException if there is none
	 */
	public Network get(NetworkId id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("Unknown network " + id));
	}

	public Optional<Network> find(NetworkId id) {
		return this.networks.stream().filter((network) -> network.id().equals(id)).findFirst();
	}

	/**
	 * The networks that a channel can really be connected at: at least one way is set up.
	 */
	public List<Network> offered() {
		return this.networks.stream().filter((network) -> !ways(network.id()).isEmpty()).toList();
	}

	/** The ways to connect a channel of this network that are set up, best first. */
	public List<SignInWay> ways(NetworkId network) {
		return this.providers.configured()
			.stream()
			.flatMap((provider) -> provider.ways().stream())
			.filter((way) -> way.network().equals(network))
			.sorted(Comparator.comparing((SignInWay way) -> !way.recommended()))
			.toList();
	}

	/** The channel that a pasted address names, whichever network it belongs to. */
	public Optional<ChannelAddress> recognize(String typed) {
		return this.networks.stream().flatMap((network) -> network.recognize(typed).stream()).findFirst();
	}

}
