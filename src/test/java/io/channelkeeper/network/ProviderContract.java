package io.channelkeeper.network;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the tests of a provider's folder say of one way to connect, so that
 * {@link ProviderContractTests} runs over it. Written from the network's documentation;
 * found by itself, one class per way, with a constructor without parameters.
 */
public interface ProviderContract {

	/** The way in words, for the table. */
	String title();

	ProviderId provider();

	NetworkId network();

	/** Credentials and addresses that point the provider at this address. */
	Map<String, Object> settings(String address);

	/** Every answer of a sign-in that goes well, the code's exchange first. */
	List<Answer> answers();

	/** The good answers to the question for that channel alone. */
	default List<Answer> profile() {
		return answers();
	}

	/** The network's own id of the channel that the good answers are about. */
	String externalId();

	/** Its handle in the good answers. */
	String handle();

	/**
	 * The text in the answers that the handle is made of; most often the handle itself.
	 */
	default String handleInAnswers() {
		return handle();
	}

	/** What comes back when the person says no. */
	Map<String, String> denied();

	/** What comes back when the person turns round before; most often the same. */
	default Map<String, String> aborted() {
		return denied();
	}

	/**
	 * The answers that differ when one permission was not given; empty if it is all or
	 * none.
	 */
	List<Answer> permissionMissing();

	/**
	 * The answers that differ when the login has no channel; empty if it always has one.
	 */
	List<Answer> noChannel();

	/**
	 * The answers that differ for a personal or private account; empty if not reported.
	 */
	List<Answer> notEligible();

	/** How a code is refused that was used before. */
	Answer codeUsed();

	/** How a code is refused that is too old. */
	default Answer codeTooOld() {
		return codeUsed();
	}

	/**
	 * How a check is refused because the person took the access back, with what that
	 * means.
	 */
	Refusal revoked();

	/** The same because the password was changed, or null if that is not told apart. */
	default @Nullable Refusal passwordChanged() {
		return null;
	}

	/**
	 * The same because this one channel is refused and no other, or null if nothing but
	 * its absence tells.
	 */
	default @Nullable Refusal channelRefused() {
		return null;
	}

	/** Why a channel is missing from what the sign-in reaches. */
	Cause absence();

	/**
	 * A refusal.
	 *
	 * @param fault what it means
	 * @param answers the answers that differ, in their order
	 */
	record Refusal(NetworkFault fault, List<Answer> answers) {

		public Refusal(NetworkFault fault, Answer... answers) {
			this(fault, List.of(answers));
		}

		/** A token that is rejected. */
		public static Refusal token(Cause cause, Answer... answers) {
			return new Refusal(new NetworkFault.TokenRejected(cause), answers);
		}

	}

	/**
	 * An answer.
	 *
	 * @param path where
	 * @param status the HTTP status
	 * @param body the body
	 */
	record Answer(String path, int status, String body) {

		public Answer(String path, String body) {
			this(path, 200, body);
		}

	}

}
