using System.Text.Json.Nodes;
using Platform.Tests.Contracts.AsyncApi;

namespace Platform.Tests.Contracts.Kubernetes;

/// <summary>
/// What <c>kubectl kustomize</c> makes of a folder, in the part of it that ours use: resources (files and folders), one namespace for all,
/// and images. A field outside that part is refused, so that nothing is passed over in silence.
/// </summary>
internal static class Kustomization
{
    private static readonly string[] Known = ["apiVersion", "kind", "namespace", "resources", "images"];

    /// <summary>The objects of a folder.</summary>
    /// <param name="folder">Has a kustomization.yaml.</param>
    /// <param name="read">Gets the path of each file that was read.</param>
    public static List<JsonObject> Build(string folder, Action<string> read)
    {
        var file = Path.GetFullPath(Path.Combine(folder, "kustomization.yaml"));
        read(file);
        var kustomization = Yaml.ReadFile(file);
        if (kustomization.FirstOrDefault(p => !Known.Contains(p.Key)).Key is { } unknown)
            throw new NotSupportedException($"{file}: this resolver does not know '{unknown}'.");
        var objects = new List<JsonObject>();
        foreach (var resource in kustomization["resources"]!.AsArray())
        {
            var path = Path.GetFullPath(Path.Combine(folder, resource!.GetValue<string>()));
            if (Directory.Exists(path))
            {
                objects.AddRange(Build(path, read));
                continue;
            }
            read(path);
            objects.AddRange(Yaml.ReadAll(File.ReadAllText(path)));
        }
        foreach (var one in objects)
        {
            if (one["kind"]!.GetValue<string>() != "Namespace")
                one["metadata"]!["namespace"] = kustomization["namespace"]!.GetValue<string>();
            foreach (var container in ContainersOf(one))
                if (kustomization["images"]?.AsArray().FirstOrDefault(i => i!["name"]!.GetValue<string>() == container["image"]!.GetValue<string>()) is { } image)
                    container["image"] = $"{image["newName"]}:{image["newTag"]}";
        }
        return objects;
    }

    /// <summary>The containers an object brings with it, those that run before the others first.</summary>
    public static IEnumerable<JsonObject> ContainersOf(JsonObject one) =>
        new[] { "initContainers", "containers" }.SelectMany(kind => one["spec"]?["template"]?["spec"]?[kind]?.AsArray() ?? []).Select(c => c!.AsObject());

    /// <summary>True when a container of an object runs to its end before the others start.</summary>
    public static bool IsOfStart(JsonObject one, JsonObject container) => one["spec"]!["template"]!["spec"]!["initContainers"]?.AsArray().Contains(container) == true;
}
