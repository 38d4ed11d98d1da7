package io.channelkeeper.network.linkedin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.AnswerReading;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;

/**
 * How the answers about one kind of thing are to be understood. LinkedIn says nothing of
 * its limits before they are reached.
 *
 * @param version the month of the API that is asked
 * @param denied what it means that the permissions are not enough
 * @param gone what it means that there is no such thing
 */
record LinkedInReading(String version, NetworkFault denied, NetworkFault gone) implements AnswerReading {

	@Override
	public @Nullable NetworkFault faultOf(RemoteAnswer answer, Instant now) {
		return LinkedInErrors.ofApi(answer, this.denied, this.gone, now);
	}

	@Override
	public String describe(RemoteAnswer answer) {
		if (LinkedInErrors.isOfTheVersion(answer)) {
			return "version " + this.version + " of the API is not served; set channelkeeper.network.linkedin.version"
					+ " to a newer month, YYYYMM";
		}
		return describeError(answer);
	}

	/** LinkedIn's own codes, which are nobody's secret. */
	static String describeError(RemoteAnswer answer) {
		Json body = answer.body();
		return (body != null)
				? "error %s/%s, status %s".formatted(body.number("serviceErrorCode"),
						(body.text("error") != null) ? body.label("error") : body.label("code"), answer.status())
				: "status " + answer.status();
	}

}
