package io.channelkeeper.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.channelkeeper.network.ProviderContract.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every network is read again whatever its answer lacks: each field is taken away, is
 * nothing, or is something else than it should be.
 */
class ProfileContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> INSTEAD = List.of("null", "{\"a\":1}", "-7");

	@TestFactory
	Stream<DynamicTest> everyFieldMayBeMissing() {
		return ProviderContractTests.contracts().map((contract) -> DynamicTest.dynamicTest(contract.title(), () -> {
			try (SignInTrial trial = new SignInTrial(contract, "10s")) {
				new Scene(contract, trial).run();
			}
		}));
	}

	/** Every answer that differs from a good one in one place. */
	private static List<String> variants(String body) {
		List<String> variants = new ArrayList<>();
		for (int place = 0; place < places(JSON.readTree(body)).size(); place++) {
			variants.add(changed(body, place, null));
			for (String instead : INSTEAD) {
				variants.add(changed(body, place, instead));
			}
		}
		return variants;
	}

	private static String changed(String body, int place, @Nullable String instead) {
		JsonNode root = JSON.readTree(body);
		places(root).get(place).accept(instead);
		return root.toString();
	}

	private static List<Consumer<@Nullable String>> places(JsonNode node) {
		List<Consumer<@Nullable String>> places = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			object.properties().forEach((field) -> {
				places.add((instead) -> {
					if (instead == null) {
						object.remove(field.getKey());
					}
					else {
						object.set(field.getKey(), JSON.readTree(instead));
					}
				});
				places.addAll(places(field.getValue()));
			});
		}
		if (node instanceof ArrayNode array) {
			array.values().forEach((value) -> places.addAll(places(value)));
		}
		return places;
	}

	/** One provider before its far side. */
	private record Scene(ProviderContract contract, SignInTrial trial) {

		void run() {
			play(this.contract.answers());
			SignInTrial.Held held = this.trial.held();
			HeldChannel channel = held.channel(this.contract);
			play(this.contract.profile());
			Profile good = this.trial.profile(held.grant(), channel);
			assertThat(good.externalId()).isEqualTo(this.contract.externalId());
			assertThat(good.handle()).isEqualTo(this.contract.handle());
			play(with(this.contract.profile(), (body) -> body.replaceFirst("\\{", "{\"x_new\":[{\"deep\":1}],")));
			assertThat(this.trial.profile(held.grant(), channel)).isEqualTo(good);
			for (Answer one : this.contract.profile()) {
				for (String variant : variants(one.body())) {
					play(with(this.contract.profile(), (body) -> body.equals(one.body()) ? variant : body));
					expectBearable(held.grant(), channel, variant);
				}
			}
		}

		private void expectBearable(Grant grant, HeldChannel channel, String variant) {
			try {
				Profile profile = this.trial.profile(grant, channel);
				assertThat(profile.externalId()).as(variant).isNotBlank();
				assertThat(profile.handle()).as(variant).isNotBlank();
				assertThat(profile.figures().values()).as(variant).allMatch((figure) -> figure >= 0);
			}
			catch (NetworkFaultException ex) {
				assertThat(ex.fault().isEndOfAccess()).as(variant + ex.fault()).isFalse();
			}
		}

		private void play(List<Answer> answers) {
			this.trial.side().forget();
			answers.forEach((one) -> this.trial.side().answer(one.path(), one.status(), one.body()));
		}

		private static List<Answer> with(List<Answer> answers, UnaryOperator<String> change) {
			return answers.stream()
				.map((one) -> new Answer(one.path(), one.status(), change.apply(one.body())))
				.toList();
		}

	}

}
