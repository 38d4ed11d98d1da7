package io.channelkeeper.network;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * One sign-in of one provider before a far side of ours.
 */
final class SignInTrial implements AutoCloseable {

	private final FarSide side = new FarSide();

	private final ProviderContract contract;

	private final AnnotationConfigApplicationContext context;

	/**
	 * @param patience how long an answer may take
	 */
	SignInTrial(ProviderContract contract, String patience) {
		this.contract = contract;
		Map<String, Object> settings = new LinkedHashMap<>(contract.settings(this.side.address()));
		settings.put("channelkeeper.base-url", "https://channels.example.org");
		settings.put("channelkeeper.network.answer-within", patience);
		this.context = TestNetworks.with(settings);
	}

	FarSide side() {
		return this.side;
	}

	Diagnosis denied(Map<String, String> callback) {
		return provider().denied(callback);
	}

	/** Everything that a person's return sets off. */
	Outcome signIn() {
		try {
			SignInWay way = this.context.getBean(Networks.class)
				.ways(this.contract.network())
				.stream()
				.filter((one) -> one.provider().equals(this.contract.provider()))
				.findFirst()
				.orElseThrow();
			Grant grant = provider().complete(exchange(), registration());
			List<String> missing = way.permissions()
				.stream()
				.map(Permission::scope)
				.filter((scope) -> !grant.scopes().contains(scope))
				.toList();
			Reach reach = missing.isEmpty() ? provider().reach(grant, this.contract.network(), registration()) : null;
			return new Outcome(grant.deadline(), missing, reach, null);
		}
		catch (SignInFailedException ex) {
			return new Outcome(null, List.of(), null, ex.diagnosis());
		}
		catch (NetworkFaultException ex) {
			return new Outcome(null, List.of(), null, ex.whileSigningIn().diagnosis());
		}
	}

	/** What a person's sign-in gave, with everything that it reaches. */
	Held held() {
		Grant grant = provider().complete(exchange(), registration());
		return new Held(grant, provider().reach(grant, this.contract.network(), registration()));
	}

	/** What a check of channels says. */
	Map<HeldChannel, NetworkFault> check(Grant grant, Collection<HeldChannel> channels) {
		return provider().check(grant, channels, registration());
	}

	/** What the network says of one channel. */
	Profile profile(Grant grant, HeldChannel channel) {
		return provider().profile(grant, channel, registration());
	}

	@Override
	public void close() {
		this.context.close();
		this.side.close();
	}

	private SignInProvider provider() {
		return this.context.getBean(SignInProviders.class).get(this.contract.provider());
	}

	private ClientRegistration registration() {
		return this.context.getBean(SignInProviders.class).registration(this.contract.provider());
	}

	private OAuth2AccessTokenResponse exchange() {
		return CodeExchange.answer(CodeExchange.signIn(provider(), registration(), "code"));
	}

	/**
	 * What a sign-in gave.
	 *
	 * @param grant the access
	 * @param reach what it reaches
	 */
	record Held(Grant grant, Reach reach) {

		/** A channel as it would be kept. */
		HeldChannel channel(ProviderContract contract) {
			return this.reach.channels()
				.stream()
				.filter((one) -> one.profile().externalId().equals(contract.externalId()))
				.map((one) -> new HeldChannel(contract.network(), contract.externalId(), one.token()))
				.findFirst()
				.orElseThrow();
		}

	}

	/**
	 * What a sign-in came to.
	 *
	 * @param deadline the consent deadline, or null
	 * @param missing permissions that were not granted
	 * @param reach what it reaches, or null when it did not come so far
	 * @param diagnosis why it failed, or null
	 */
	record Outcome(@Nullable Instant deadline, List<String> missing, @Nullable Reach reach,
			@Nullable Diagnosis diagnosis) {

		List<Profile> profiles() {
			return (this.reach == null) ? List.of()
					: this.reach.channels().stream().map(ReachedChannel::profile).toList();
		}

		/** Those that nothing stands in the way of. */
		List<Profile> connectable() {
			return (this.reach == null) ? List.of()
					: this.reach.channels()
						.stream()
						.filter((one) -> one.obstacle() == null)
						.map(ReachedChannel::profile)
						.filter((profile) -> !Boolean.FALSE.equals(profile.isPublic()))
						.toList();
		}

		Optional<ReachedChannel> reached(String externalId) {
			return (this.reach == null) ? Optional.empty()
					: this.reach.channels()
						.stream()
						.filter((one) -> one.profile().externalId().equals(externalId))
						.findFirst();
		}

		@Nullable DiagnosisKind kind() {
			if (this.diagnosis != null) {
				return this.diagnosis.kind();
			}
			return (this.reach != null && this.reach.channels().isEmpty()) ? this.reach.whenNone().kind() : null;
		}

		Map<String, String> details() {
			return (this.diagnosis != null) ? this.diagnosis.details() : Map.of();
		}

	}

}
