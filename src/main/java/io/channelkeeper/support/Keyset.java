package io.channelkeeper.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * Keys in the order in which they were added: the last one is the newest. Each has an id
 * that everything sealed with it begins with.
 */
public final class Keyset {

	static final String FILE = "file:";

	private final KeysetHandle handle;

	private Keyset(KeysetHandle handle) {
		this.handle = handle;
	}

	/** A keyset with one key. */
	public static Keyset create() throws GeneralSecurityException {
		return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
	}

	/**
	 * Reads what {@link #encoded()} wrote.
	 * @throws GeneralSecurityException if that is no keyset
	 */
	public static Keyset parse(String encoded) throws GeneralSecurityException {
		try {
			String json = new String(Base64.getMimeDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
			Keyset keyset = new Keyset(
					TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
			keyset.sealingWith(keyset.primary());
			return keyset;
		}
		catch (IllegalArgumentException ex) {
			throw new GeneralSecurityException("no base64", ex);
		}
	}

	/** Reads the setting: the keyset itself, or {@code file:} and a path. */
	static Keyset read(String setting) throws GeneralSecurityException, IOException {
		return parse(setting.startsWith(FILE) ? Files.readString(Path.of(setting.substring(FILE.length()))) : setting);
	}

	/** As the setting takes it: base64 of Tink's JSON keyset. */
	public String encoded() throws GeneralSecurityException {
		String json = TinkJsonProtoKeysetFormat.serializeKeyset(this.handle, AeadConfig2026.get(),
				InsecureSecretKeyAccess.get());
		return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	/** The same keys and a new one behind them. What is sealed with stays. */
	public Keyset withNewKey() throws GeneralSecurityException {
		return new Keyset(KeysetHandle.newBuilder(this.handle)
			.setConfiguration(AeadConfig2026.get())
			.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId())
			.build());
	}

	/** Also opens what an older keyset opens; its keys stand before the others. */
	Keyset remembering(Keyset older) throws GeneralSecurityException {
		List<Integer> own = keyIds();
		List<KeysetHandle.Entry> forgotten = older.entries().filter((entry) -> !own.contains(entry.getId())).toList();
		return forgotten.isEmpty() ? this : of(Stream.concat(forgotten.stream(), entries()).toList(), primary());
	}

	/** The ids of the keys that can be used, the newest last. */
	public List<Integer> keyIds() {
		return entries().map(KeysetHandle.Entry::getId).toList();
	}

	/** The newest key. */
	public int newest() {
		return keyIds().getLast();
	}

	/** The key that is sealed with where nobody has chosen another. */
	int primary() {
		return this.handle.getPrimary().getId();
	}

	/** Opens with every key, and seals with the given one. */
	Aead sealingWith(int key) throws GeneralSecurityException {
		return of(entries().toList(), key).handle.getPrimitive(AeadConfig2026.get(), Aead.class);
	}

	private static Keyset of(List<KeysetHandle.Entry> entries, int primary) throws GeneralSecurityException {
		KeysetHandle.Builder builder = KeysetHandle.newBuilder().setConfiguration(AeadConfig2026.get());
		for (KeysetHandle.Entry entry : entries) {
			KeysetHandle.Builder.Entry copy = KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
			builder.addEntry((entry.getId() == primary) ? copy.makePrimary() : copy);
		}
		return new Keyset(builder.build());
	}

	private Stream<KeysetHandle.Entry> entries() {
		return IntStream.range(0, this.handle.size())
			.mapToObj(this.handle::getAt)
			.filter((entry) -> entry.getStatus() == KeyStatus.ENABLED);
	}

}
