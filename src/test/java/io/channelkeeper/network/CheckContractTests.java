package io.channelkeeper.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.channelkeeper.network.ProviderContract.Answer;
import io.channelkeeper.network.ProviderContract.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every provider's check has to tell apart (N-5 to N-9, H-7): what ends the access,
 * what ends one channel, and what ends nothing.
 */
class CheckContractTests {

	private static final Map<String, SignInTrial> TRIALS = new HashMap<>();

	@TestFactory
	Stream<DynamicNode> everyCheckTellsWhatEnded() {
		return ProviderContractTests.contracts()
			.map((contract) -> DynamicContainer.dynamicContainer(contract.title(),
					cases().entrySet()
						.stream()
						.map((one) -> DynamicTest.dynamicTest(one.getKey(),
								() -> one.getValue().accept(new Scene(contract))))));
	}

	@AfterAll
	static void close() {
		TRIALS.values().forEach(SignInTrial::close);
	}

	private static Map<String, Consumer<Scene>> cases() {
		Map<String, Consumer<Scene>> cases = new LinkedHashMap<>();
		cases.put("fine", Scene::expectFine);
		cases.put("login revoked", (scene) -> scene.expectEnd(scene.contract.revoked()));
		cases.put("password changed", (scene) -> scene.expectEnd(scene.contract.passwordChanged()));
		cases.put("one channel refused", (scene) -> scene.expectRefused(scene.contract.channelRefused()));
		cases.put("one channel missing", Scene::expectMissing);
		cases.put("500", (scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 500, "<h1>Sorry</h1>")));
		cases.put("429", (scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 429, "")));
		cases.put("reset", (scene) -> scene.expectNothingEnds(FarSide::reset));
		cases.put("HTML", (scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 200, "<html></html>")));
		cases.put("an empty body", (scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 200, "")));
		cases.put("truncated",
				(scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 200, "{\"data\":[{\"id\"")));
		cases.put("something else",
				(scene) -> scene.expectNothingEnds((side, path) -> side.answer(path, 200, "{\"something\":\"else\"}")));
		return cases;
	}

	/** A login of one provider that was connected before. */
	private static final class Scene {

		private final ProviderContract contract;

		private final SignInTrial trial;

		private final Grant grant;

		private final HeldChannel channel;

		Scene(ProviderContract contract) {
			this.contract = contract;
			this.trial = TRIALS.computeIfAbsent(contract.title(), (key) -> new SignInTrial(contract, "10s"));
			replay(List.of());
			SignInTrial.Held held = this.trial.held();
			this.grant = held.grant();
			this.channel = held.channel(contract);
			this.trial.side().forget();
		}

		void expectFine() {
			replay(List.of());
			assertThat(check()).isEmpty();
		}

		void expectEnd(@Nullable Refusal refusal) {
			if (refusal != null) {
				replay(refusal.answers());
				assertThatExceptionOfType(NetworkFaultException.class).isThrownBy(this::check)
					.satisfies((ex) -> assertThat(ex.fault()).isEqualTo(refusal.fault()));
			}
		}

		void expectRefused(@Nullable Refusal refusal) {
			if (refusal != null) {
				replay(refusal.answers());
				assertThat(check()).containsExactly(Map.entry(this.channel, refusal.fault()));
			}
		}

		/** The others of the same login stay as they are. */
		void expectMissing() {
			replay(List.of());
			HeldChannel gone = new HeldChannel(this.contract.network(), this.contract.externalId() + "9", null);
			assertThat(this.trial.check(this.grant, List.of(this.channel, gone)))
				.containsExactly(Map.entry(gone, new NetworkFault.ChannelLost(this.contract.absence())));
		}

		void expectNothingEnds(BiConsumer<FarSide, String> trouble) {
			for (String path : this.contract.answers().stream().map(Answer::path).distinct().toList()) {
				this.trial.side().forget();
				trouble.accept(this.trial.side(), path);
				this.contract.answers()
					.stream()
					.filter((one) -> !one.path().equals(path))
					.forEach((one) -> this.trial.side().answer(one.path(), one.status(), one.body()));
				try {
					assertThat(check().values()).as("after trouble at " + path).allMatch(NetworkFault::isTemporary);
				}
				catch (NetworkFaultException ex) {
					assertThat(ex.fault()).as("after trouble at " + path).matches(NetworkFault::isTemporary);
				}
			}
		}

		private Map<HeldChannel, NetworkFault> check() {
			return this.trial.check(this.grant, List.of(this.channel));
		}

		private void replay(List<Answer> instead) {
			Set<String> replaced = instead.stream().map(Answer::path).collect(Collectors.toSet());
			this.trial.side().forget();
			Stream
				.concat(this.contract.answers().stream().filter((one) -> !replaced.contains(one.path())),
						instead.stream())
				.forEach((one) -> this.trial.side().answer(one.path(), one.status(), one.body()));
		}

	}

}
