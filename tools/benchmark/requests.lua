-- wrk -s requests.lua URL -- PATHS FIRST HEADER...
-- Asks for the paths of a file, one a line, in turn. %d in a path becomes a number that is never used twice: FIRST and on.
local paths, headers, count = {}, {}, 0

function init(args)
    for line in io.lines(args[1]) do paths[#paths + 1] = line end
    count = tonumber(args[2])
    for i = 3, #args do
        local name, value = args[i]:match("^([^:]+): (.*)$")
        headers[name] = value
    end
end

function request()
    count = count + 1
    local path = paths[count % #paths + 1]:gsub("%%d", tostring(count))
    return wrk.format("GET", path, headers)
end
