package io.channelkeeper.network;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;

/**
 * Asks one API: obeys its limits, turns every refusal into a
 * {@link NetworkFaultException} and notes how it went. Made by
 * {@link RemoteClients#calls}.
 */
public final class ApiCalls {

	private static final Logger log = LoggerFactory.getLogger(ApiCalls.class);

	private final ApiName api;

	private final AnswerReading reading;

	private final RateLimitBook book;

	private final Clock clock;

	ApiCalls(ApiName api, AnswerReading reading, RateLimitBook book, Clock clock) {
		this.api = api;
		this.reading = reading;
		this.book = book;
		this.clock = clock;
	}

	/**
	 * What the API says, which has to be JSON.
	 * @throws NetworkFaultException if it refuses, or does not answer properly
	 */
	public Json read(Supplier<ResponseEntity<byte[]>> call) {
		Json body = answer(call).body();
		if (body == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return body;
	}

	/**
	 * Whatever the API answers, be it empty.
	 * @throws NetworkFaultException if it refuses, or does not answer in time
	 */
	public RemoteAnswer answer(Supplier<ResponseEntity<byte[]>> call) {
		standBack();
		if (Conversation.isOver()) {
			log.warn("{} is not asked any more: it took too long", this.api);
			throw new NetworkFaultException(new NetworkFault.Unavailable());
		}
		RemoteAnswer answer;
		try {
			answer = RemoteClients.ask(call);
		}
		catch (NetworkFaultException ex) {
			this.book.note(new CallReport(this.api, this.clock.instant(), ex.fault(), null, null));
			log.warn("{} gave no answer: {}", this.api, ex.fault());
			throw ex;
		}
		Instant now = this.clock.instant();
		NetworkFault fault = this.reading.faultOf(answer, now);
		this.book
			.note(new CallReport(this.api, now, fault, this.reading.budgetOf(answer, now), answer.clockAhead(now)));
		if (fault != null) {
			log.warn("{} refused ({}): {}", this.api, this.reading.describe(answer), fault);
			throw (answer.isSuccess() && fault instanceof NetworkFault.Unexpected) ? new NetworkFaultException(fault)
					: NetworkFaultException.refused(fault);
		}
		return answer;
	}

	private void standBack() {
		if (BackgroundCalls.isOn()) {
			this.book.closedUntil(this.api).ifPresent((until) -> {
				throw NetworkFaultException.refused(new NetworkFault.RateLimited(until));
			});
		}
	}

}
