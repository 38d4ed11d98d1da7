package io.channelkeeper.network;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

import io.channelkeeper.network.ProviderContract.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every provider has to stand, an eighth one too: each case runs over each way to
 * connect, and the table is printed at the end.
 */
class ProviderContractTests {

	private static final int TOO_MUCH = 10 * 1024 * 1024;

	/** An id, a handle and a name as nobody should have them. */
	private static final String STRANGE = "ana\\u202e\\u0000<script>\\ud83d\\ude00\\u200be\\u0301 ' \\\" ; drop table";

	private static final Set<DiagnosisKind> TRY_AGAIN = Set.of(DiagnosisKind.STOPPED, DiagnosisKind.NETWORK_DOWN);

	private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

	/** One far side for each provider, patient and impatient. */
	private static final Map<String, SignInTrial> TRIALS = new HashMap<>();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TestFactory
	Stream<DynamicNode> everyProviderStandsEveryCase() {
		return contracts().map((contract) -> DynamicContainer.dynamicContainer(contract.title(),
				cases(contract).entrySet().stream().map((entry) -> test(contract, entry.getKey(), entry.getValue()))));
	}

	/** Whoever offers a way to connect has to stand here, too. */
	@Test
	void everyWayHasAContract() {
		try (var context = TestNetworks.with(Map.of("channelkeeper.base-url", "https://channels.example.org"))) {
			Set<String> ways = context.getBean(SignInProviders.class)
				.all()
				.stream()
				.flatMap((provider) -> provider.ways().stream())
				.map((way) -> way.network() + " by " + way.provider())
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(contracts().map((contract) -> contract.network() + " by " + contract.provider()))
				.containsExactlyInAnyOrderElementsOf(ways);
		}
	}

	@AfterAll
	static void printTheTable() {
		TRIALS.values().forEach(SignInTrial::close);
		List<String> names = List.copyOf(TABLE.keySet());
		Set<String> cases = TABLE.values()
			.stream()
			.flatMap((row) -> row.keySet().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		StringBuilder table = new StringBuilder(
				"\n%-34s%s%n".formatted("Case", names.stream().map("%-22s"::formatted).collect(Collectors.joining())));
		for (String one : cases) {
			table.append("%-34s%s%n".formatted(one,
					names.stream()
						.map((name) -> "%-22s".formatted(TABLE.getOrDefault(name, Map.of()).getOrDefault(one, "")))
						.collect(Collectors.joining())));
		}
		System.out.println(table);
	}

	private static Map<String, Consumer<Scene>> cases(ProviderContract contract) {
		Map<String, Consumer<Scene>> cases = new LinkedHashMap<>();
		cases.put("all goes well", (scene) -> scene.expectChannel(scene.signIn()));
		cases.put("denied", (scene) -> scene.expectStopped(contract.denied()));
		cases.put("aborted", (scene) -> scene.expectStopped(contract.aborted()));
		cases.put("one permission missing", Scene::expectPermissionMissing);
		cases.put("another account", Scene::expectAnotherAccount);
		cases.put("no channel under this login", Scene::expectNoChannel);
		cases.put("personal or private account", Scene::expectNotEligible);
		cases.put("code used twice", (scene) -> scene.expectTryAgain(contract.codeUsed()));
		cases.put("code too old", (scene) -> scene.expectTryAgain(contract.codeTooOld()));
		cases.put("token without expected fields", (scene) -> scene
			.expectTryAgain(new Answer(contract.answers().getFirst().path(), "{\"something\":\"else\"}")));
		cases.put("HTML instead of JSON", (scene) -> scene.expectTrouble((side, path) -> side.answer(path, 200,
				"<!doctype html><html><body>Maintenance</body></html>", "Content-Type", "text/html")));
		cases.put("empty body", (scene) -> scene.expectTrouble((side, path) -> side.answer(path, 200, "")));
		cases.put("a type that is none", Scene::expectAnyType);
		cases.put("truncated JSON",
				(scene) -> scene.expectTrouble((side, path) -> side.answer(path, 200, "{\"data\":[{\"id\":\"1")));
		cases.put("10 MB of JSON", (scene) -> scene.expectTrouble((side, path) -> side.flood(path, TOO_MUCH)));
		cases.put("301 to elsewhere", (scene) -> scene.expectTrouble(
				(side, path) -> side.answer(path, 301, "", "Location", "http://169.254.169.254/latest/meta-data")));
		cases.put("429 with a time", Scene::expectTheTime);
		cases.put("429 without a time", (scene) -> scene.expectTrouble((side, path) -> side.answer(path, 429, "")));
		cases.put("500",
				(scene) -> scene.expectTrouble((side, path) -> side.answer(path, 500, "<h1>Server error</h1>")));
		cases.put("connection reset", (scene) -> scene.expectTrouble(FarSide::reset));
		cases.put("an answer that takes for ever", Scene::expectPatienceToEnd);
		cases.put("numbers as strings", (scene) -> scene.expectSame(ProviderContractTests::numbersAsText));
		cases.put("lives without end", (scene) -> scene.expectBearable(999_999_999_999_999_999L));
		cases.put("lives below nothing", (scene) -> scene.expectBearable(Long.MIN_VALUE));
		cases.put("unknown extra fields", (scene) -> scene.expectSame(ProviderContractTests::withStrangers));
		cases.put("a handle of every Unicode", Scene::expectCleanNames);
		cases.put("an id that nobody can keep", Scene::expectNoSuchId);
		return cases;
	}

	private static DynamicTest test(ProviderContract contract, String name, Consumer<Scene> proof) {
		return DynamicTest.dynamicTest(name, () -> {
			Map<String, String> row = TABLE.computeIfAbsent(contract.title(), (key) -> new LinkedHashMap<>());
			row.put(name, "FAILED");
			Scene scene = new Scene(contract);
			proof.accept(scene);
			row.put(name, scene.isSkipped() ? "not reported" : "ok");
		});
	}

	static Stream<ProviderContract> contracts() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(ProviderContract.class));
		return scanner.findCandidateComponents("io.channelkeeper.network")
			.stream()
			.map((found) -> make(String.valueOf(found.getBeanClassName())))
			.sorted(Comparator.comparing(ProviderContract::title));
	}

	private static ProviderContract make(String type) {
		try {
			var constructor = Class.forName(type).getDeclaredConstructor();
			constructor.setAccessible(true);
			return (ProviderContract) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(type, ex);
		}
	}

	private static JsonNode numbersAsText(JsonNode node) {
		if (node.isIntegralNumber()) {
			return JSON.getNodeFactory().stringNode(node.asString());
		}
		return mapped(node, ProviderContractTests::numbersAsText);
	}

	private static JsonNode withLives(JsonNode node, long life) {
		JsonNode copy = mapped(node, (value) -> withLives(value, life));
		if (copy instanceof ObjectNode object) {
			List<String> lives = object.propertyNames().stream().filter((name) -> name.contains("expires")).toList();
			lives.forEach((name) -> object.put(name, life));
		}
		return copy;
	}

	private static JsonNode withStrangers(JsonNode node) {
		JsonNode copy = mapped(node, ProviderContractTests::withStrangers);
		if (copy instanceof ObjectNode object) {
			object.putObject("x_unknown").putArray("deep").add(1);
			object.putNull("x_nothing");
		}
		return copy;
	}

	private static JsonNode mapped(JsonNode node, UnaryOperator<JsonNode> change) {
		if (node instanceof ObjectNode object) {
			ObjectNode copy = JSON.createObjectNode();
			object.properties().forEach((field) -> copy.set(field.getKey(), change.apply(field.getValue())));
			return copy;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode copy = JSON.createArrayNode();
			array.values().forEach((value) -> copy.add(change.apply(value)));
			return copy;
		}
		return node;
	}

	private static @Nullable JsonNode parsed(String body) {
		return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : null;
	}

	/** Makes the far side misbehave at a path. */
	private interface Trouble {

		void at(FarSide side, String path);

	}

	/** One provider before its far side. */
	private static final class Scene {

		private final ProviderContract contract;

		private boolean skipped;

		Scene(ProviderContract contract) {
			this.contract = contract;
		}

		boolean isSkipped() {
			return this.skipped;
		}

		SignInTrial.Outcome signIn(Answer... instead) {
			return run(List.of(instead), UnaryOperator.identity(), UnaryOperator.identity());
		}

		private SignInTrial.Outcome run(List<Answer> instead, UnaryOperator<String> change) {
			return run(instead, change, UnaryOperator.identity());
		}

		private SignInTrial.Outcome run(List<Answer> instead, UnaryOperator<String> change,
				UnaryOperator<String> path) {
			Set<String> replaced = instead.stream().map(Answer::path).collect(Collectors.toSet());
			SignInTrial trial = trial("10s");
			Stream
				.concat(this.contract.answers().stream().filter((one) -> !replaced.contains(one.path())),
						instead.stream())
				.forEach((one) -> trial.side().answer(path.apply(one.path()), one.status(), change.apply(one.body())));
			return trial.signIn();
		}

		void expectChannel(SignInTrial.Outcome outcome) {
			assertThat(outcome.diagnosis()).isNull();
			assertThat(outcome.missing()).isEmpty();
			assertThat(outcome.reached(this.contract.externalId())).as("the channel among " + outcome.profiles())
				.hasValueSatisfying((reached) -> {
					assertThat(reached.obstacle()).isNull();
					assertThat(reached.profile().handle()).isEqualTo(this.contract.handle());
				});
		}

		void expectStopped(Map<String, String> callback) {
			assertThat(trial("10s").denied(callback).kind()).isEqualTo(DiagnosisKind.STOPPED);
		}

		void expectTryAgain(Answer refusal) {
			assertThat(signIn(refusal).kind()).isIn(TRY_AGAIN);
		}

		void expectPermissionMissing() {
			if (noted(this.contract.permissionMissing())) {
				SignInTrial.Outcome outcome = run(this.contract.permissionMissing(), UnaryOperator.identity());
				assertThat(outcome.missing().size() == 1 || outcome.kind() == DiagnosisKind.PERMISSION_DECLINED)
					.as("one missing, not " + outcome.missing() + outcome.diagnosis())
					.isTrue();
			}
		}

		void expectNoChannel() {
			if (noted(this.contract.noChannel())) {
				SignInTrial.Outcome outcome = run(this.contract.noChannel(), UnaryOperator.identity());
				assertThat(outcome.profiles()).isEmpty();
				assertThat(outcome.kind()).isNotNull().isNotIn(TRY_AGAIN);
			}
		}

		void expectNotEligible() {
			if (noted(this.contract.notEligible())) {
				SignInTrial.Outcome outcome = run(this.contract.notEligible(), UnaryOperator.identity());
				assertThat(outcome.connectable()).as("still connectable: " + outcome).isEmpty();
				assertThat(outcome.kind()).isNotIn(TRY_AGAIN);
			}
		}

		void expectAnotherAccount() {
			String id = this.contract.externalId();
			String other = id.substring(0, id.length() - 1) + (id.endsWith("7") ? "8" : "7");
			SignInTrial.Outcome outcome = run(List.of(), (body) -> body.replace(id, other),
					(path) -> path.replace(id, other));
			assertThat(outcome.diagnosis()).isNull();
			assertThat(outcome.reached(id)).isEmpty();
			assertThat(outcome.profiles()).isNotEmpty();
		}

		/**
		 * Whatever is asked only to adorn a channel may be missing; the rest is waited
		 * for.
		 */
		void expectTrouble(Trouble trouble) {
			paths().forEach((path) -> expectTrouble(path, trouble, "10s"));
		}

		/** A network that answers after a minute: nobody waits so long. */
		void expectPatienceToEnd() {
			expectTrouble(paths().getFirst(), FarSide::stall, "1s");
			expectTrouble(paths().getLast(), FarSide::stall, "1s");
		}

		private void expectTrouble(String path, Trouble trouble, String patience) {
			SignInTrial.Outcome outcome = withTrouble(path, trouble, patience);
			if (outcome.kind() != DiagnosisKind.NETWORK_DOWN) {
				assertThat(path).as("trouble there has to be told").isNotEqualTo(paths().getFirst());
				expectSound(path, outcome);
			}
		}

		private void expectSound(String path, SignInTrial.Outcome outcome) {
			assertThat(outcome.diagnosis()).as("after trouble at " + path).isNull();
			assertThat(outcome.reached(this.contract.externalId())).as("after trouble at " + path).isPresent();
		}

		void expectTheTime() {
			String first = paths().getFirst();
			SignInTrial.Outcome outcome = withTrouble(first,
					(side, path) -> side.answer(path, 429, "", "Retry-After", "120"), "10s");
			assertThat(outcome.kind()).isEqualTo(DiagnosisKind.NETWORK_DOWN);
			assertThat(outcome.details()).containsEntry("until", TestNetworks.NOW.plusSeconds(120).toString());
		}

		void expectSame(UnaryOperator<JsonNode> change) {
			SignInTrial.Outcome plain = signIn();
			SignInTrial.Outcome changed = run(List.of(), (body) -> {
				JsonNode json = parsed(body);
				return (json != null) ? change.apply(json).toString() : body;
			});
			expectChannel(changed);
			assertThat(changed.profiles()).isEqualTo(plain.profiles());
			assertThat(changed.deadline()).isEqualTo(plain.deadline());
		}

		/** What an answer is, its content says. */
		void expectAnyType() {
			SignInTrial trial = trial("10s");
			this.contract.answers()
				.forEach((one) -> trial.side()
					.answer(one.path(), one.status(), one.body(), "Content-Type", "no;such/type"));
			expectChannel(trial.signIn());
		}

		/** No moment lies beyond the calendar, whatever is added to now. */
		void expectBearable(long life) {
			SignInTrial.Outcome outcome = run(List.of(), (body) -> {
				JsonNode json = parsed(body);
				return (json != null) ? withLives(json, life).toString() : body;
			});
			expectChannel(outcome);
			if (outcome.deadline() != null) {
				assertThat(outcome.deadline()).isAfter(TestNetworks.NOW)
					.isBefore(TestNetworks.NOW.plus(Duration.ofDays(4000)));
			}
		}

		/** PostgreSQL keeps no text with a zero in it. */
		void expectNoSuchId() {
			SignInTrial.Outcome outcome = run(List.of(),
					(body) -> body.replace(this.contract.externalId(), this.contract.externalId() + "\\u0000"));
			assertThat(outcome.profiles()).extracting(Profile::externalId)
				.allSatisfy((id) -> assertThat(id).doesNotContain("\0"));
		}

		void expectCleanNames() {
			SignInTrial.Outcome outcome = run(List.of(),
					(body) -> body.replace("\"" + this.contract.handleInAnswers() + "\"", "\"" + STRANGE + "\""));
			assertThat(outcome.diagnosis()).isNull();
			assertThat(outcome.profiles()).allSatisfy((profile) -> assertThat(profile.handle() + profile.displayName())
				.doesNotContain("\u202e", "\u0000", "\u200b"));
		}

		private SignInTrial.Outcome withTrouble(String path, Trouble trouble, String patience) {
			SignInTrial trial = trial(patience);
			trouble.at(trial.side(), path);
			this.contract.answers()
				.stream()
				.filter((one) -> !one.path().equals(path))
				.forEach((one) -> trial.side().answer(one.path(), one.status(), one.body()));
			return trial.signIn();
		}

		private SignInTrial trial(String patience) {
			SignInTrial trial = TRIALS.computeIfAbsent(this.contract.title() + patience,
					(key) -> new SignInTrial(this.contract, patience));
			trial.side().forget();
			return trial;
		}

		private List<String> paths() {
			return this.contract.answers().stream().map(Answer::path).distinct().toList();
		}

		private boolean noted(List<Answer> answers) {
			this.skipped = answers.isEmpty();
			return !this.skipped;
		}

	}

}
