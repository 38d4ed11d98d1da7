package io.channelkeeper.connection;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
import io.channelkeeper.network.PushReceivers;
import io.channelkeeper.network.PushRefusedException;
import io.channelkeeper.network.PushRequest;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.NotFoundException;

/**
 * Takes in what networks tell of their own accord, over all organizations (N-10). Nothing
 * that is told twice happens twice.
 */
@Service
public class PushService {

	private static final Logger log = LoggerFactory.getLogger(PushService.class);

	private final PushReceivers receivers;

	private final SignInProviders providers;

	private final PushEffects effects;

	private final Erasure erasure;

	private final ProviderRecords records;

	private final Clock clock;

	PushService(PushReceivers receivers, SignInProviders providers, PushEffects effects, Erasure erasure,
			ProviderRecords records, Clock clock) {
		this.receivers = receivers;
		this.providers = providers;
		this.effects = effects;
		this.erasure = erasure;
		this.records = records;
		this.clock = clock;
	}

	/**
	 * Verifies a request and does what it says, in transactions of its own.
	 * @throws NotFoundException if nobody listens at this address
	 */
	public PushAnswer take(String provider, PushRequest request) {
		PushReceiver receiver = this.receivers.at(provider, request.kind())
			.orElseThrow(() -> new NotFoundException("webhook of", provider));
		ProviderId id = receiver.provider();
		try {
			List<Push> pushes = receiver.read(request, this.providers.registration(id));
			Map<String, String> answer = new HashMap<>();
			pushes.forEach((push) -> answer.putAll(act(id, push)));
			this.records.pushAccepted(id, this.clock.instant());
			return new PushAnswer(receiver.accepted().value(), answer.isEmpty() ? null : answer);
		}
		catch (PushRefusedException ex) {
			log.warn("Push of {} refused: {}", id, ex.reason());
			this.records.pushRefused(id, ex.reason(), this.clock.instant());
			return PushAnswer.of(ex);
		}
		catch (NetworkFaultException ex) {
			log.warn("Push of {} cannot be verified now: {}", id, ex.fault());
			return PushAnswer.later();
		}
	}

	private Map<String, String> act(ProviderId provider, Push push) {
		switch (push) {
			case Push.AccessEnded ended -> this.effects.end(provider, ended);
			case Push.TokenEnded ended -> this.effects.end(provider, ended);
			case Push.ChannelEnded ended -> this.effects.end(provider, ended);
			case Push.LookAgain(var user) -> this.effects.lookAgain(provider, user);
			case Push.ErasureAsked asked -> {
				return this.erasure.erase(provider, asked);
			}
			case Push.Question(var answer) -> {
				return answer;
			}
		}
		return Map.of();
	}

}
