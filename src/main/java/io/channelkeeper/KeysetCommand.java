package io.channelkeeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;

import io.channelkeeper.support.Keyset;
import io.channelkeeper.support.KeysetFile;

/**
 * The commands {@code keyset create}, {@code keyset rotate} and {@code keyset show}: the
 * keys that secrets are sealed with.
 */
final class KeysetCommand {

	private static final String WHAT_NEXT = """
			Nothing uses it yet. Running processes read the file again within a minute; as soon as all of them know the
			new key it is sealed with, and what was sealed before is sealed anew: see /admin/networks.
			Back the file up now, and keep the old keys in it: without them no stored token can be read.""";

	private static final String WHAT_NEXT_SETTING = """
			The line above is the keyset with a new key, which nothing uses yet. Set channelkeeper.encryption.keyset to it
			for every process and start them again, one after the other if you like; as soon as all of them know the new
			key it is sealed with. Back it up: without it no stored token can be read.""";

	private KeysetCommand() {
	}

	static int create(List<String> file, PrintStream out) throws GeneralSecurityException, IOException {
		if (file.isEmpty()) {
			out.println(Keyset.create().encoded());
			return 0;
		}
		KeysetFile keyset = new KeysetFile(file.getFirst());
		if (keyset.exists()) {
			out.println("The keyset in " + keyset.path() + " is kept.");
			return 0;
		}
		keyset.create();
		out.println("A new keyset is in " + keyset.path()
				+ ". Back it up: without it no stored token can be read, and every channel has to be connected anew.");
		return 0;
	}

	/**
	 * Adds a key without using it.
	 * @param words the file, or the keyset itself; where there are none it is read
	 * @param in where it is read from
	 */
	static int rotate(List<String> words, InputStream in, PrintStream out, PrintStream err)
			throws GeneralSecurityException, IOException {
		String typed = words.isEmpty() ? new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
				: words.getFirst();
		if (words.isEmpty() || (!isFile(typed) && isKeyset(typed))) {
			return rotateSetting(typed, out, err);
		}
		KeysetFile file = new KeysetFile(typed);
		if (!isUsable(file, err)) {
			return 1;
		}
		out.println("Key " + name(file.rotate().newest()) + " was added to " + file.path() + ".");
		out.println(WHAT_NEXT);
		return 0;
	}

	private static int rotateSetting(String typed, PrintStream out, PrintStream err) throws GeneralSecurityException {
		if (!isKeyset(typed)) {
			err.println(
					"That is no keyset. Hand over what channelkeeper.encryption.keyset is set to, or name its file.");
			return 1;
		}
		out.println(Keyset.parse(typed).withNewKey().encoded());
		err.println(WHAT_NEXT_SETTING);
		return 0;
	}

	/** Prints which keys a file holds, the newest last. */
	static int show(List<String> words, PrintStream out, PrintStream err) throws GeneralSecurityException, IOException {
		if (words.isEmpty()) {
			err.println("Name the file whose keys are to be shown.");
			return 2;
		}
		KeysetFile file = new KeysetFile(words.getFirst());
		if (!isUsable(file, err)) {
			return 1;
		}
		out.println(file.read().keyIds().stream().map(KeysetCommand::name).collect(Collectors.joining("\n")));
		return 0;
	}

	private static boolean isUsable(KeysetFile file, PrintStream err) throws IOException {
		if (!file.exists()) {
			err.println("There is no file " + file.path() + ". keyset create makes a new one.");
			return false;
		}
		try {
			file.read();
			return true;
		}
		catch (GeneralSecurityException ex) {
			err.println(file.path() + " holds no keyset; it was not touched.");
			return false;
		}
	}

	private static boolean isFile(String typed) {
		return new KeysetFile(typed).exists();
	}

	private static boolean isKeyset(String typed) {
		try {
			Keyset.parse(typed);
			return true;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static String name(int key) {
		return Integer.toUnsignedString(key);
	}

}
